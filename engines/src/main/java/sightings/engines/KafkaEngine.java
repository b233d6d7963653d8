package sightings.engines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker in this JVM that keeps its data in a folder. It listens on the loopback address only and never
 * creates a topic by itself.
 */
public final class KafkaEngine implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private KafkaEngine(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker, and formats the folder if it is new.
     * @param folder where its data is and stays
     * @param port where it listens
     */
    public static KafkaEngine start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        Properties settings = settings(folder, port, Ports.free());
        if (Files.notExists(folder.resolve("log/meta.properties"))) {
            format(folder, settings);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return new KafkaEngine(server, port);
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        String host = Ports.LOOPBACK;
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@" + host + ":" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "PLAINTEXT://" + host + ":" + port + ",CONTROLLER://" + host + ":" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://" + host + ":" + port,
                "log.dirs",
                folder.resolve("log").toAbsolutePath().toString(),
                // A topic that a typing error made would hide the error.
                "auto.create.topics.enable",
                "false"));
        settings.putAll(oneBroker());
        settings.putAll(smallBroker());
        return settings;
    }

    private static Map<String, String> oneBroker() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "default.replication.factor", "1",
                "min.insync.replicas", "1");
    }

    private static Map<String, String> smallBroker() {
        return Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "log.cleaner.dedupe.buffer.size", "4194304",
                "log.index.size.max.bytes", "1048576",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                // Nobody waits for other members of a group that has one.
                "group.initial.rebalance.delay.ms", "0");
    }

    private static void format(Path folder, Properties settings) throws IOException {
        Path file = folder.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String[] command = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()};
        int code = StorageTool.execute(command, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IOException("Kafka could not format " + folder + ": " + output.toString(StandardCharsets.UTF_8));
        }
    }

    /** What clients are told to connect to. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Shuts the broker down in order and waits for it. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
