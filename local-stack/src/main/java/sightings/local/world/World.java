package sightings.local.world;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outside of the sample city, served on 127.0.0.1 as the real one would be: the portal's catalogue, GitHub, feeds
 * with their articles, and the portal's access log in a folder. It tells no time of its own: see
 * {@link WorldSettings#clock}.
 */
public final class World implements AutoCloseable {

    private static final String ROBOTS = "User-agent: *\nDisallow: /private/\n";

    private final WorldSettings settings;
    private final History history;
    private final AccessLog log;
    private final LogWriter writer;
    private final WorldServer server;
    private final Optional<Motion> motion;
    private volatile @Nullable Thread seeding;

    private World(WorldSettings settings, SampleCity city) {
        this.settings = settings;
        this.history = History.open(settings.folder(), city, settings.clock().instant());
        this.log = new AccessLog(settings.folder().resolve("logs"));
        this.writer =
                new LogWriter(new LogGenerator(city, history.firstStart(), settings.seed()), log, settings.weeks());
        writer.begin(settings.clock().instant());
        this.server = WorldServer.start(settings.port(), sites(city));
        this.motion = settings.moving() ? Optional.of(Motion.start(this, settings.clock())) : Optional.empty();
    }

    /** Starts a world in its folder; what has happened in it before stays. */
    public static World start(WorldSettings settings) {
        return new World(settings, SampleCity.load());
    }

    private Map<String, Site> sites(SampleCity city) {
        return Map.of(
                "/portal",
                new PortalSite(city, history),
                "/github",
                new GitHubSite(city, history, new RateLimits(InstantSource.system(), Map.of())),
                "/press",
                new PressSite(history, settings.moving() ? 20 : 1),
                "/robots.txt",
                request -> Answer.ok(Answer.TEXT, ROBOTS),
                "/",
                request -> request.path().equals("/")
                        ? Answer.ok(Answer.TEXT, "The world of the sample city: /portal /github /press\n")
                        : Answer.notFound());
    }

    /** The port on which it listens. */
    public int port() {
        return server.port();
    }

    /** The address below which all its sites are, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /** From where the catalogue is harvested: Socrata's Discovery API below it, and {@code data.json}. */
    public String portalAddress() {
        return address() + "/portal";
    }

    /** The root of GitHub's REST API. */
    public String gitHubAddress() {
        return address() + "/github";
    }

    /** The feeds: RSS 2.0, Atom, JSON Feed. */
    public List<String> feedAddresses() {
        return PressSite.PUBLISHERS.stream()
                .map(publisher -> address() + "/press/" + publisher.slug() + "/" + publisher.feed())
                .toList();
    }

    /** The folder of the portal's access log. */
    public Path logFolder() {
        return log.folder();
    }

    /** Lets the next repository appear on GitHub and returns its full name; empty where none is left. */
    public Optional<String> publishNewRepository() {
        return history.publishRepository(settings.clock().instant()).map(CityRepository::name);
    }

    /** Lets the next post appear in its feed and returns its address; empty where none is left. */
    public Optional<String> publishNewPost() {
        return history.publishPost(settings.clock().instant())
                .map(post -> address() + "/press/" + post.article().feed() + "/"
                        + post.article().slug());
    }

    /** Appends lines to the access log as they are. */
    public void appendLogLines(List<String> lines) {
        writer.append(lines);
    }

    /** Appends the lines of so many made-up visits of this moment, and returns them. */
    public List<String> appendVisits(int count) {
        return writer.visits(settings.clock().instant(), count);
    }

    /** Tells a moving world that everything that watches it is up: the first new repository and post come soon. */
    public void ready() {
        motion.ifPresent(Motion::ready);
    }

    /**
     * Does at the desk, in the background, what the sample's staff have done: problem statements and seven stories. What
     * was done at an earlier start stays as it is.
     *
     * @param site the public site's address
     */
    public void seedDesk(URI site, String user, String password) {
        var desk = new SampleDesk(settings.folder(), site, user, password, Duration.ofSeconds(2));
        seeding = Thread.ofVirtual().name("sample-desk").start(() -> {
            try {
                desk.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Writes the log lines whose time has come. */
    void catchUp() {
        writer.catchUp(settings.clock().instant());
    }

    @Override
    public void close() {
        motion.ifPresent(Motion::close);
        if (seeding != null) {
            seeding.interrupt();
        }
        server.close();
    }
}
