package sightings.showcase;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.event.Topic;

/** The whole service on given engines, and what a test does to it from outside. */
public final class TestService implements AutoCloseable {

    private final String kafka;
    private final String elasticsearch;
    private final HttpClient http = HttpClient.newHttpClient();
    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<String, byte[]> producer;
    private ConfigurableApplicationContext context;

    private final String ingest;

    /** One whose ingest is away. */
    public TestService(String kafka, String elasticsearch) {
        this(kafka, elasticsearch, "http://127.0.0.1:9");
    }

    /** One that asks ingest at this address. */
    public TestService(String kafka, String elasticsearch, String ingest) {
        this.ingest = ingest;
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
        createTopics();
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "max.in.flight.requests.per.connection", "1"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.context = start();
    }

    /** A bean of the service. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Ends the service and starts it again. */
    public void restart() {
        context.close();
        context = start();
    }

    /** Sends the event, and gives the offset at which the broker keeps it. */
    public long send(Event event) {
        return send(codec.write(event));
    }

    /** Sends the record, and gives the offset at which the broker keeps it. */
    public long send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get().offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the service answers. */
    public HttpResponse<String> get(String path, String... headers) {
        return exchange(HttpRequest.newBuilder(URI.create(address() + path)), headers);
    }

    /** What the service answers to a POST without a body. */
    public HttpResponse<String> post(String path, String... headers) {
        return exchange(
                HttpRequest.newBuilder(URI.create(address() + path)).POST(HttpRequest.BodyPublishers.noBody()),
                headers);
    }

    /** What Elasticsearch answers. */
    public HttpResponse<String> elasticsearch(String method, String path) {
        return exchange(HttpRequest.newBuilder(URI.create(elasticsearch + path))
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Where the service listens. */
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
        producer.close(Duration.ofSeconds(1));
        http.close();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request, String... headers) {
        try {
            return http.send(
                    (headers.length == 0 ? request : request.headers(headers))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ConfigurableApplicationContext start() {
        // As arguments: they win over application.yml.
        var arguments = Stream.of(
                        "server.port=0",
                        "spring.kafka.bootstrap-servers=" + kafka,
                        "spring.elasticsearch.uris=" + elasticsearch,
                        "sightings.clock=2026-11-23T18:00:00Z",
                        "sightings.ingest.uri=" + ingest,
                        "sightings.desk.password=only-for-this-test",
                        "city.name=Chicago",
                        "city.site=https://stories.example.gov",
                        "city.languages=en,es",
                        "city.time-zone=America/Chicago",
                        "city.sample=true",
                        "city.portals[0].address=https://data.example.gov",
                        "city.portals[0].kind=socrata")
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new SpringApplicationBuilder(ShowcaseApplication.class).run(arguments);
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var topics = Stream.of(Topic.values())
                    .flatMap(topic -> Stream.of(
                            new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(topic.settings()),
                            new NewTopic(topic.deadLetterName(), topic.partitions(), (short) 1)
                                    .configs(topic.deadLetterSettings())))
                    .collect(Collectors.toSet());
            for (var topic : topics) {
                try {
                    admin.createTopics(java.util.List.of(topic)).all().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
