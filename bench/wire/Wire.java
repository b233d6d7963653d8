import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import sightings.engines.KafkaEngine;
import sightings.event.AccessKind;
import sightings.event.CatalogueHarvested;
import sightings.event.DatasetDescribed;
import sightings.event.Decoded;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.event.Topic;
import sightings.event.UsageCounted;
import sightings.ingest.IngestApplication;
import sightings.ingest.catalogue.CatalogueFile;
import sightings.ingest.catalogue.Datasets;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the parts of a log, {@code LOG.1} to {@code LOG.PARTS}, with the ingest service and a broker, both in this process: {@code Wire
 * LOG FOLDER PARTS [count]}. The service reads first, with the counting left out: the first part as it starts, and the last when it has
 * run for a while, each from when it appears in its folder until the broker has acknowledged the commit with the last line. With
 * {@code count}, a second run counts what the first has sent, until topic {@code usage} says the generator's truth by dataset;
 * it fails where that does not come. Prints what was done, seconds by the clock, CPU seconds of this process (service, broker,
 * compiler and collector), and how many of them the broker's own threads took.
 */
class Wire {

    private static final String HOST = "data.example-city.gov";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final EventCodec CODEC = new EventCodec();

    private static String servers = "";
    private static Path folder = Path.of("");

    static void main(String[] arguments) throws Exception {
        var log = Path.of(arguments[0]);
        folder = Path.of(arguments[1]);
        var logs = Files.createDirectories(folder.resolve("logs"));
        var nothing = Files.createDirectories(folder.resolve("nothing"));
        try (var kafka = KafkaEngine.start(folder.resolve("kafka"), port())) {
            servers = kafka.bootstrapServers();
            var catalogue = CatalogueFile.read(log + ".datasets.json", List.of(HOST), LocalDate.parse("2025-12-01"))
                    .catalogue();
            try (var service = service(logs, false)) {
                var events = new ArrayList<Event>();
                var now = Instant.parse("2025-12-01T00:00:00Z");
                catalogue.datasets().forEach(dataset -> events.add(new DatasetDescribed(dataset, now)));
                events.add(new CatalogueHarvested(HOST, catalogue.version(), events.size(), now));
                send(events);
                await(service.getBean(Datasets.class)::harvested);
                int parts = Integer.parseInt(arguments[2]);
                for (int part = 1; part <= parts; part++) {
                    var copy = folder.resolve("part");
                    Files.copy(Path.of(log + "." + part), copy);
                    var read = logs.resolve(part + ".log");
                    var watch = new Watch();
                    Files.move(copy, read);
                    awaitRead(Files.size(read));
                    watch.print("read-" + part);
                }
            }
            if (arguments.length > 3) {
                var watch = new Watch();
                try (var service = service(nothing, true)) {
                    watch.print("started");
                    awaitTaken();
                    watch.print("taken");
                    awaitCounted(log);
                    watch.print("counted");
                }
            }
        }
        // Clients of the service that wait for a broker which is gone would hold this process up.
        System.exit(0);
    }

    private record Watch(long clock, long cpu, long broker) {

        private static final Pattern BROKER = Pattern.compile("(data-plane-kafka|kafka-\\d|kafka-(scheduler|coordinator|log)"
                + "|log-|executor-|raft|quorum|broker|controller|group-coord|transaction|share-|ExpirationReaper|Txn|AddPart).*");

        Watch() {
            this(System.nanoTime(), cpuNow(), brokerNow());
        }

        void print(String what) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %.2f %.2f %.2f%n",
                    what,
                    (System.nanoTime() - clock) / 1e9,
                    (cpuNow() - cpu) / 1e9,
                    (brokerNow() - broker) / 1e9);
        }

        private static long brokerNow() {
            var threads = ManagementFactory.getThreadMXBean();
            return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                    .filter(thread -> thread != null && BROKER.matcher(thread.getThreadName()).matches())
                    .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                    .sum();
        }

        private static long cpuNow() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        }
    }

    private static ConfigurableApplicationContext service(Path logs, boolean counts) {
        var settings = new HashMap<String, Object>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", "0");
        settings.put("spring.main.banner-mode", "off");
        settings.put("logging.level.root", "warn");
        settings.put("spring.kafka.bootstrap-servers", servers);
        settings.put("sightings.state", folder.resolve("state").toString());
        settings.put("city.name", "Springfield");
        settings.put("city.site", "http://127.0.0.1:8080");
        settings.put("city.portals[0].address", "https://" + HOST);
        settings.put("city.portals[0].kind", "socrata");
        // Nobody listens there: only the log is read.
        settings.put("city.portals[0].catalogue", "http://127.0.0.1:9");
        settings.put("city.github.address", "http://127.0.0.1:9");
        settings.put("city.github.web", "http://127.0.0.1:9");
        settings.put("city.logs[0].name", "portal");
        settings.put("city.logs[0].folder", logs.toString());
        var builder = new SpringApplicationBuilder(IngestApplication.class);
        if (!counts) {
            builder.initializers(context -> context.addBeanFactoryPostProcessor(factory -> {
                ((BeanDefinitionRegistry) factory).removeBeanDefinition("counting");
                ((BeanDefinitionRegistry) factory).removeBeanDefinition("usageHealthIndicator");
            }));
        }
        return builder.run(settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
    }

    private static void send(List<Event> events) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "max.in.flight.requests.per.connection", "1"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            events.forEach(event -> producer.send(CODEC.write(event)));
        }
    }

    /**
     * Until a committed checkpoint says that the log was read to its end; looked for as it is written there, to take no time from
     * what is measured.
     */
    private static void awaitRead(long size) throws InterruptedException {
        var wanted = "\"position\":\"" + size + "\"";
        try (var consumer = consumer(Topic.CHECKPOINTS)) {
            await(() -> {
                boolean[] read = {false};
                consumer.poll(POLL)
                        .forEach(record -> read[0] |= record.value() != null
                                && new String(record.value(), StandardCharsets.ISO_8859_1).contains(wanted));
                return read[0];
            });
        }
    }

    /** Until the counting has committed that it took all accesses; many of the counts are still to be told then. */
    private static void awaitTaken() throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            var latest = IntStream.range(0, Topic.ACCESSES.partitions())
                    .boxed()
                    .collect(Collectors.toMap(
                            each -> new TopicPartition(Topic.ACCESSES.topicName(), each), _ -> OffsetSpec.latest()));
            var ends = admin.listOffsets(latest).all().get();
            await(() -> {
                try {
                    var taken = admin.listConsumerGroupOffsets("sightings-usage")
                            .partitionsToOffsetAndMetadata()
                            .get();
                    return ends.entrySet().stream().allMatch(end -> {
                        var offset = taken.get(end.getKey());
                        // The last record of a partition is the mark of a transaction, which nobody takes.
                        return offset != null && offset.offset() >= end.getValue().offset() - 1;
                    });
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitCounted(Path log) throws IOException, InterruptedException {
        var truth = new TreeMap<String, String>();
        JsonMapper.shared()
                .readTree(Path.of(log + ".truth.json"))
                .path("datasets")
                .properties()
                .forEach(dataset -> truth.put(
                        dataset.getKey(),
                        dataset.getValue().path("investigations").asLong() + " "
                                + dataset.getValue().path("requests").asLong()));
        var told = new HashMap<String, UsageCounted>();
        try (var consumer = consumer(Topic.USAGE)) {
            await(() -> {
                var records = consumer.poll(Duration.ofMillis(200));
                records.forEach(record -> {
                    if (CODEC.read(record) instanceof Decoded.Read(var id, UsageCounted counted)
                            && counted.profile().equals(UsageCounted.COUNTER_RD)) {
                        told.put(record.key(), counted);
                    }
                });
                // While much is told there is no need to look whether it is all.
                return records.isEmpty() && sums(told).equals(truth);
            });
        }
    }

    private static Map<String, String> sums(Map<String, UsageCounted> told) {
        var sums = new TreeMap<String, long[]>();
        told.values().forEach(counted -> counted.cells().forEach(cell -> {
            var sum = sums.computeIfAbsent(counted.dataset().value(), _ -> new long[2]);
            sum[0] += cell.count();
            sum[1] += cell.kind() == AccessKind.VIEW ? 0 : cell.count();
        }));
        var written = new TreeMap<String, String>();
        sums.forEach((dataset, sum) -> written.put(dataset, sum[0] + " " + sum[1]));
        return written;
    }

    private static KafkaConsumer<String, byte[]> consumer(Topic topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static void await(java.util.function.BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                System.err.println("Not within " + PATIENCE);
                System.exit(1);
            }
            Thread.sleep(POLL);
        }
    }

    private static int port() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
