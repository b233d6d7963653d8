package sightings.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets time pass in a world: log lines keep coming, and now and then a repository or a post. */
final class Motion implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Motion.class);
    private static final Duration STEP = Duration.ofSeconds(5);

    /** Soon enough that it is seen within two minutes after everything is ready, late enough to be seen as new. */
    private static final Duration FIRST = Duration.ofSeconds(45);

    /** When nobody says that everything is ready. */
    private static final Duration UNTOLD = Duration.ofSeconds(150);

    private static final Duration BETWEEN = Duration.ofMinutes(12);
    private static final Duration LIVELY = Duration.ofMinutes(15);

    private final World world;
    private final InstantSource clock;
    private final Instant start;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("world").factory());
    private Instant nextVisit;
    private Instant nextRepository;
    private Instant nextPost;

    Motion(World world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
        this.start = clock.instant();
        this.nextVisit = start.plus(STEP);
        this.nextRepository = start.plus(UNTOLD);
        this.nextPost = start.plus(UNTOLD);
    }

    static Motion start(World world, InstantSource clock) {
        var motion = new Motion(world, clock);
        motion.timer.scheduleWithFixedDelay(motion::step, STEP.toSeconds(), STEP.toSeconds(), TimeUnit.SECONDS);
        return motion;
    }

    /** Everything is up: the first new things come soon. */
    synchronized void ready() {
        nextRepository = clock.instant().plus(FIRST);
        nextPost = nextRepository.plusSeconds(15);
    }

    /** Lets happen what is due. */
    synchronized void step() {
        try {
            move(clock.instant());
        } catch (RuntimeException e) {
            // The timer would otherwise end for good at the first failure.
            LOG.warn("The world missed a step", e);
        }
    }

    private void move(Instant now) {
        world.catchUp();
        if (!now.isBefore(nextVisit)) {
            world.appendVisits(1);
            nextVisit = now.plus(now.isBefore(start.plus(LIVELY)) ? Duration.ofSeconds(10) : Duration.ofMinutes(2));
        }
        if (!now.isBefore(nextRepository)) {
            world.publishNewRepository().ifPresent(name -> LOG.info("world: repository {} appeared", name));
            nextRepository = now.plus(BETWEEN);
        }
        if (!now.isBefore(nextPost)) {
            world.publishNewPost().ifPresent(address -> LOG.info("world: post {} appeared", address));
            nextPost = now.plus(BETWEEN).plus(Duration.ofMinutes(4));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
