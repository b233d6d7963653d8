package sightings.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import sightings.engines.ElasticsearchEngine;
import sightings.engines.Folders;
import sightings.engines.KafkaEngine;
import sightings.engines.Supervised;
import sightings.local.world.World;
import sightings.local.world.WorldSettings;

/**
 * The whole of Sightings on this machine for tests: real engines, both services from their jars, and a world that stands
 * still at one moment, so that two runs see the same. Any part can be killed, wiped and started again.
 */
final class Town implements AutoCloseable {

    static final Instant MOMENT = Instant.parse("2026-11-02T15:00:00Z");
    static final String STAFF = "staff";
    static final String PASSWORD = "town-password-1";
    private static final String SECRET = "a-secret-of-a-town-that-is-none-at-all";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Path folder;
    private final Ports ports;
    private final World world;
    private final CityFile city;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Supervised> services = new HashMap<>();
    private KafkaEngine kafka;
    private ElasticsearchEngine elasticsearch;

    private Town(Ports ports, Path folder, int weeks) throws IOException, InterruptedException {
        this.ports = ports;
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        this.kafka = KafkaEngine.start(folder.resolve("kafka"), ports.kafka());
        this.elasticsearch = startElasticsearch();
        this.world = World.start(new WorldSettings(
                folder.resolve("world"), ports.world(), InstantSource.fixed(MOMENT), false, 1, weeks));
        this.city = SampleCityFile.write(folder, site().toString(), world);
    }

    /**
     * Ports for a town: the same for runs that are compared, since addresses are part of what is found. From below those that
     * the system gives to connections, so that nobody takes one while a service is down.
     */
    static Ports ports() {
        var free = new Random()
                .ints(20_000, 30_000)
                .distinct()
                .filter(port -> !sightings.engines.Ports.taken(port))
                .limit(5)
                .toArray();
        return new Ports(free[0], free[1], free[2], free[3], free[4]);
    }

    /** Starts the engines and the world, and no service yet. */
    static Town found(Ports ports) throws IOException, InterruptedException {
        return found(ports, WorldSettings.WEEKS);
    }

    /** The same with so many weeks of access log. */
    static Town found(Ports ports, int weeks) throws IOException, InterruptedException {
        return new Town(ports, Files.createTempDirectory("sightings-town-"), weeks);
    }

    World world() {
        return world;
    }

    Path folder() {
        return folder;
    }

    String kafka() {
        return kafka.bootstrapServers();
    }

    URI elasticsearch() {
        return elasticsearch.address();
    }

    URI site() {
        return URI.create("http://127.0.0.1:" + ports.site());
    }

    /** Where ingest tells how it does. */
    URI ingest() {
        return URI.create("http://127.0.0.1:" + ports.ingest());
    }

    /** Starts ingest and waits until it is ready. */
    void startIngest() {
        start(ingestService());
    }

    /** Starts showcase and waits until it is ready. */
    void startShowcase() {
        start(showcaseService());
    }

    /** Kills a service as a power cut would. */
    void kill(String service) {
        var process = services.remove(service);
        if (process != null) {
            process.kill();
            process.close();
        }
    }

    /** Ends a service in order. */
    void stop(String service) {
        var process = services.remove(service);
        if (process != null) {
            process.close();
        }
    }

    /** Starts a service again and does not wait for it, so that the next kill may meet one that still starts. */
    void startAgain(String service) {
        try {
            services.put(service, (service.equals("ingest") ? ingestService() : showcaseService()).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until both services are ready. */
    void awaitReady() {
        for (var service : java.util.List.of(ingestService(), showcaseService())) {
            await(service.name() + " is ready again", () -> ready(service));
        }
    }

    /** Ends Elasticsearch, deletes all that it has, and starts an empty one. */
    void wipeElasticsearch() throws IOException, InterruptedException {
        elasticsearch.close();
        Folders.delete(folder.resolve("elasticsearch"));
        elasticsearch = startElasticsearch();
    }

    /** Ends Kafka, deletes all that it has and what the services keep of it, and starts an empty one. */
    void wipeKafka() throws IOException {
        kafka.close();
        Folders.delete(folder.resolve("kafka"));
        Folders.delete(folder.resolve("state-ingest"));
        Folders.delete(folder.resolve("state-showcase"));
        kafka = KafkaEngine.start(folder.resolve("kafka"), ports.kafka());
    }

    /** Waits until it is so, at most four minutes, and says what was waited for when it never is. */
    static void await(String what, BooleanSupplier so) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var asked = System.nanoTime();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + PATIENCE.toMinutes() + " minutes: " + what);
            }
            // A question that takes long is asked less often: it takes the time of those that it waits for.
            var took = Duration.ofNanos(System.nanoTime() - asked);
            pause(PAUSE.plus(took.multipliedBy(2)));
            asked = System.nanoTime();
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Service ingestService() {
        return service("ingest", ports.ingest(), Map.of());
    }

    private Service showcaseService() {
        return service(
                "showcase", ports.site(), Map.of("SIGHTINGS_DESK_USER", STAFF, "SIGHTINGS_DESK_PASSWORD", PASSWORD));
    }

    private void start(Service service) {
        try {
            services.put(service.name(), service.start());
            await(service.name() + " is ready, see " + service.log(), () -> ready(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ready(Service service) {
        try {
            return service.ready(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Service service(String name, int port, Map<String, String> environment) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(port));
        settings.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
        settings.put("spring.elasticsearch.uris", elasticsearch.address().toString());
        settings.put("spring.config.import", "file:" + city.path());
        settings.put("sightings.state", folder.resolve("state-" + name).toString());
        settings.put("sightings.ingest.uri", "http://127.0.0.1:" + ports.ingest());
        settings.put("sightings.clock", MOMENT.toString());
        settings.put("sightings.outgoing.allowed-hosts", "127.0.0.1");
        // What stands for an application's key is the same in each town, so that their documents are.
        settings.put("sightings.secret", SECRET);
        // Nobody is annoyed here, and a test waits.
        settings.put("city.github.every", "5s");
        return new Service(name, jar(name), port, settings, environment, folder, log(name));
    }

    /** Logs stay where the build can show them after a failure. */
    static Path log(String name) {
        return Path.of("target", System.getProperty("sightings.town", "town-1"), name + ".log")
                .toAbsolutePath();
    }

    private static Path jar(String name) {
        try {
            return new Project(Path.of("..").toAbsolutePath().normalize()).jar(name + "-service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ElasticsearchEngine startElasticsearch() throws IOException, InterruptedException {
        return ElasticsearchEngine.start(new ElasticsearchEngine.Settings(
                folder.resolveSibling("sightings-test-server-" + System.getProperty("user.name")),
                folder.resolve("elasticsearch"),
                log("elasticsearch"),
                ports.elasticsearch(),
                ElasticsearchEngine.Settings.SMALL_HEAP,
                Map.of()));
    }

    @Override
    public void close() throws IOException {
        services.values().forEach(Supervised::close);
        world.close();
        kafka.close();
        elasticsearch.close();
        client.close();
        Folders.delete(folder);
    }
}
