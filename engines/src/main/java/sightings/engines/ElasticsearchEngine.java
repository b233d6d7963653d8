package sightings.engines;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One Elasticsearch node in a child process that keeps its data in a folder and ends with this JVM. It is the official
 * server in its small form; it listens on the loopback address only and has no passwords.
 */
public final class ElasticsearchEngine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Supervised process;
    private final URI address;

    private ElasticsearchEngine(Supervised process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * How a node runs.
     * @param installation folder below which the server is unpacked, shared by all nodes of the machine
     * @param folder where this node's configuration, data and logs are and stay
     * @param log file for what it says before its own log begins
     * @param port where it listens
     * @param heapMegabytes size of its heap
     * @param environment variables for its supervisor
     */
    public record Settings(
            Path installation, Path folder, Path log, int port, int heapMegabytes, Map<String, String> environment) {

        /** Enough for the sample city, and for tests. */
        public static final int SMALL_HEAP = 384;

        public Settings {
            environment = Map.copyOf(environment);
        }

        /** A small node. */
        public static Settings small(Path installation, Path folder, Path log, int port) {
            return new Settings(installation, folder, log, port, SMALL_HEAP, Map.of());
        }
    }

    /** Whether the server runs as another user, because it refuses to run as root. */
    public static boolean runsAsAnotherUser() {
        return RunAs.root();
    }

    /** Whether the user that the server runs as can reach what is in this folder; root's home is closed to it. */
    public static boolean canUse(Path folder) {
        try {
            RunAs.requireReachable(folder);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Starts a node and waits until it answers. */
    public static ElasticsearchEngine start(Settings settings) throws IOException, InterruptedException {
        return start(settings, waited -> {});
    }

    /**
     * Starts a node and waits until it answers.
     * @param progress told several times a second how long we have been waiting
     */
    public static ElasticsearchEngine start(Settings settings, Consumer<Duration> progress)
            throws IOException, InterruptedException {
        ElasticsearchEngine engine = launch(settings);
        try {
            engine.awaitHealth(progress);
            return engine;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            engine.close();
            throw failure;
        }
    }

    /** Starts a node without waiting for it. */
    public static ElasticsearchEngine launch(Settings settings) throws IOException {
        ElasticsearchInstallation installation = ElasticsearchInstallation.in(settings.installation());
        Path folder = settings.folder().toAbsolutePath();
        Path config = configure(folder, settings.heapMegabytes());
        for (String name : List.of("data", "logs", "tmp")) {
            Files.createDirectories(folder.resolve(name));
        }
        RunAs.give(folder);
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.put("ES_JAVA_HOME", System.getProperty("java.home"));
        environment.put("ES_PATH_CONF", config.toString());
        environment.put("ES_TMPDIR", folder.resolve("tmp").toString());
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("CLI_JAVA_OPTS", "-Xmx24m -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + folder.resolve("tmp"));
        Supervised process = Supervised.start(
                "Elasticsearch",
                RunAs.other(command(installation, folder, settings.port())),
                environment,
                folder,
                settings.log());
        return new ElasticsearchEngine(process, URI.create("http://" + Ports.LOOPBACK + ":" + settings.port()));
    }

    private static List<String> command(ElasticsearchInstallation installation, Path folder, int port) {
        return List.of(
                installation.home().resolve("bin/elasticsearch").toString(),
                "-Ediscovery.type=single-node",
                "-Enode.name=sightings",
                "-Ecluster.name=sightings",
                "-Enetwork.host=" + Ports.LOOPBACK,
                "-Ehttp.port=" + port,
                "-Expack.security.enabled=false",
                "-Epath.data=" + folder.resolve("data"),
                "-Epath.logs=" + folder.resolve("logs"),
                // A document for an index that is not there is an error, never a new index with guessed types.
                "-Eaction.auto_create_index=+.*,-*",
                // A full disk of a developer's machine is not the sample city's.
                "-Ecluster.routing.allocation.disk.threshold_enabled=false");
    }

    /** The files that a node must have, fresh at each start: an upgrade brings its own. */
    private static Path configure(Path folder, int heapMegabytes) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(config.resolve("jvm.options.d"));
        Files.writeString(config.resolve("elasticsearch.yml"), "");
        try (InputStream logging = ElasticsearchEngine.class.getResourceAsStream("elasticsearch-log4j2.properties")) {
            if (logging == null) {
                throw new IllegalStateException("elasticsearch-log4j2.properties is missing from the engines jar");
            }
            Files.copy(logging, config.resolve("log4j2.properties"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.write(
                config.resolve("jvm.options"),
                List.of(
                        // What is not needed is not taken: the server would touch all of its heap at once.
                        "-Xms64m",
                        "-XX:-AlwaysPreTouch",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.io.tmpdir=${ES_TMPDIR}",
                        "--add-opens=java.base/java.nio=org.apache.arrow.memory.core,ALL-UNNAMED",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED"));
        return config;
    }

    /** Waits until the node answers that its shards are there. */
    public void awaitHealth(Consumer<Duration> progress) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Duration waited = Duration.ZERO;
            while (!ready(client, address.getPort())) {
                if (!alive()) {
                    throw new IOException("Elasticsearch ended while it was starting. Its log " + process.log()
                            + " ends with:\n" + process.lastLines(8));
                }
                if (waited.compareTo(PATIENCE) > 0) {
                    throw new IOException("Elasticsearch did not answer within " + PATIENCE.toMinutes()
                            + " minutes. See " + process.log());
                }
                Thread.sleep(PAUSE);
                waited = waited.plus(PAUSE);
                progress.accept(waited);
            }
        }
    }

    /** Whether the node on this port answers, and its shards are there. */
    public static boolean ready(HttpClient client, int port) throws InterruptedException {
        // GET / answers 405 on this server; its health is there on both kinds.
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://" + Ports.LOOPBACK + ":" + port + "/_cluster/health?wait_for_status=yellow&timeout=1s"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where its HTTP interface is. */
    public URI address() {
        return address;
    }

    /** The process, to watch its end. */
    public Supervised process() {
        return process;
    }

    /** Whether the process runs. */
    public boolean alive() {
        return process.alive();
    }

    /** Ends the node and waits for its end. */
    @Override
    public void close() {
        process.close();
    }
}
