package sightings.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import sightings.engines.ElasticsearchEngine;
import sightings.engines.KafkaEngine;
import sightings.engines.Supervised;
import sightings.local.world.World;
import sightings.local.world.WorldSettings;

/** Everything of one city on one machine, from its start to its end. */
final class Stack implements AutoCloseable {

    private static final String STAFF = "staff";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(4);

    private final State state;
    private final Ports ports;
    private final Console console;
    private final InstantSource clock;
    private final Instant begun;
    private final List<Running> parts = new CopyOnWriteArrayList<>();
    private @Nullable KafkaEngine kafka;
    private @Nullable World world;
    /** Where the city's file is: file names in it begin there. */
    private Path folder = Path.of("").toAbsolutePath();

    private volatile boolean ending;

    Stack(State state, Ports ports, Console console, InstantSource clock) {
        this.state = state;
        this.ports = ports;
        this.console = console;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /**
     * Starts everything and waits until all of it is ready for work.
     * @param city the city's file; empty for the sample city, which brings its world
     * @param more settings for both services
     */
    void start(Project project, Optional<CityFile> city, Map<String, String> more)
            throws IOException, InterruptedException {
        Path ingest = project.jar("ingest-service");
        Path showcase = project.jar("showcase-service");
        if (Files.notExists(store().settings().installation())) {
            console.say("Elasticsearch is unpacked, once");
        }
        parts.add(new Running(store(), clock));
        console.starting(List.of("Kafka"), since());
        kafka = KafkaEngine.start(state.kafka(), ports.kafka());
        console.up("Kafka", since());
        Map<String, String> settings = new LinkedHashMap<>();
        settings.putAll(city.isPresent() ? own(city.get()) : sample());
        settings.putAll(more);
        parts.add(new Running(showcase(showcase, settings), clock));
        parts.add(new Running(ingest(ingest, settings), clock));
        awaitReady();
        state.running(ports);
        console.say("Data: " + state.folder() + ", logs: " + state.logs() + ". Ctrl-C stops everything.");
        console.say(readyLine());
        if (world != null) {
            world.ready();
            world.seedDesk(URI.create(site()), STAFF, state.deskPassword());
        }
    }

    private Map<String, String> sample() throws IOException {
        world = World.start(WorldSettings.moving(state.world(), ports.world()));
        CityFile city = SampleCityFile.write(state.folder(), site(), world);
        Map<String, String> settings = own(city);
        // The world is on this machine, where a service would not look otherwise.
        settings.put("sightings.outgoing.allowed-hosts", "127.0.0.1");
        return settings;
    }

    private Map<String, String> own(CityFile city) {
        folder = city.folder();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.config.import", "file:" + city.path());
        if (city.site().isEmpty()) {
            settings.put("city.site", site());
        }
        return settings;
    }

    private Store store() {
        return new Store(ElasticsearchEngine.Settings.small(
                State.base().resolve("server"),
                state.elasticsearch(),
                state.logs().resolve("elasticsearch.log"),
                ports.elasticsearch()));
    }

    private Service showcase(Path jar, Map<String, String> settings) throws IOException {
        var more = new LinkedHashMap<>(settings);
        more.put("sightings.ingest.uri", "http://127.0.0.1:" + ports.ingest());
        return service(
                "showcase",
                jar,
                ports.site(),
                state.showcase(),
                more,
                Map.of("SIGHTINGS_DESK_USER", STAFF, "SIGHTINGS_DESK_PASSWORD", state.deskPassword()));
    }

    private Service ingest(Path jar, Map<String, String> settings) {
        return service("ingest", jar, ports.ingest(), state.ingest(), settings, Map.of());
    }

    private Service service(
            String name, Path jar, int port, Path folder, Map<String, String> more, Map<String, String> environment) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(port));
        settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + ports.kafka());
        settings.put("spring.elasticsearch.uris", "http://127.0.0.1:" + ports.elasticsearch());
        settings.put("sightings.state", folder.toString());
        settings.putAll(more);
        return new Service(
                name, jar, port, settings, environment, folder, state.logs().resolve(name + ".log"));
    }

    private void awaitReady() throws IOException, InterruptedException {
        List<Running> waiting = new ArrayList<>(parts);
        Instant said = Instant.EPOCH;
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!waiting.isEmpty()) {
                for (Running part : List.copyOf(waiting)) {
                    requireAlive(part);
                    if (part.ready(client)) {
                        console.up(part.name(), since());
                        waiting.remove(part);
                    }
                }
                if (!waiting.isEmpty() && !clock.instant().isBefore(said.plus(BETWEEN_LINES))) {
                    console.starting(waiting.stream().map(Running::name).toList(), since());
                    said = clock.instant();
                }
                requirePatience(waiting);
                Thread.sleep(PAUSE);
            }
        }
    }

    private void requireAlive(Running part) throws IOException {
        if (!ending && !part.process().alive()) {
            throw new Refused(part.name() + " could not start. " + StartFailure.explain(part.process()));
        }
    }

    private void requirePatience(List<Running> waiting) {
        if (!waiting.isEmpty() && since().compareTo(PATIENCE) > 0) {
            throw new Refused(names(waiting) + " did not get ready within " + PATIENCE.toMinutes() + " minutes. "
                    + StartFailure.explain(waiting.getFirst().process()));
        }
    }

    private static String names(List<Running> parts) {
        return String.join(", ", parts.stream().map(Running::name).toList());
    }

    private Duration since() {
        return Duration.between(begun, clock.instant());
    }

    /** The public site's address. */
    private String site() {
        return "http://127.0.0.1:" + ports.site();
    }

    /** The line that people and scripts wait for. */
    private String readyLine() throws IOException {
        return "READY " + site() + "/ (public site), " + site() + "/desk (desk: name " + STAFF + ", password "
                + state.deskPassword() + ")";
    }

    /** Watches all parts, and starts again what ends although nobody asked, until this thread is interrupted. */
    void watch() throws IOException, InterruptedException {
        while (!ending) {
            Thread.sleep(PAUSE);
            for (Running part : parts) {
                if (!ending && !part.process().alive()) {
                    console.say(part.name() + " has ended and is started again. Its log: "
                            + part.process().log());
                    part.restart();
                }
            }
        }
    }

    /** Ends everything, the engines last, so that the services can finish what they have begun. */
    @Override
    public void close() {
        ending = true;
        List<Supervised> services = parts.stream().skip(1).map(Running::process).toList();
        services.forEach(Supervised::stop);
        services.forEach(Supervised::close);
        if (world != null) {
            world.close();
        }
        parts.stream().limit(1).map(Running::process).forEach(Supervised::stop);
        if (kafka != null) {
            kafka.close();
        }
        parts.stream().limit(1).map(Running::process).forEach(Supervised::close);
    }
}
