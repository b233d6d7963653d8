package sightings.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Tests for {@link Motion}, by a clock that is set by hand. */
class MotionTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T18:00:00Z"));
    private final InstantSource clock = now::get;

    @TempDir
    private Path folder;

    private World world;
    private Motion motion;

    @BeforeEach
    void start() {
        world = World.start(WorldSettings.still(folder, clock));
        motion = new Motion(world, clock);
    }

    @AfterEach
    void stop() {
        motion.close();
        world.close();
    }

    @Test
    void firstNewThingsAppearWithinTwoMinutesOfBeingReady() throws IOException {
        pass(Duration.ofSeconds(60));
        assertThat(published()).isEqualTo("0 0");

        motion.ready();
        pass(Duration.ofSeconds(70));

        assertThat(published()).isEqualTo("1 1");
    }

    @Test
    void furtherThingsAppearNowAndThen() throws IOException {
        motion.ready();
        pass(Duration.ofHours(1));

        assertThat(published()).isEqualTo("5 4");
    }

    @Test
    void logGrowsAllTheTime() throws IOException {
        long before = Files.size(world.logFolder().resolve("access.log"));

        pass(Duration.ofSeconds(30));

        assertThat(Files.size(world.logFolder().resolve("access.log"))).isGreaterThan(before);
    }

    private void pass(Duration duration) {
        var end = now.get().plus(duration);
        while (now.get().isBefore(end)) {
            now.updateAndGet(time -> time.plusSeconds(5));
            motion.step();
        }
    }

    private String published() throws IOException {
        var history = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("history.json")));
        return history.path("repositories").size() + " " + history.path("posts").size();
    }
}
