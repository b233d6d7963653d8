package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightings.event.SourceReported.State;
import sightings.ingest.publishing.Salts;
import sightings.ingest.watching.MemoryChannel;

/** Tests for {@link LogWatcher} while it does not read; what it reads is in the integration tests. */
class LogWatcherTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T18:00:00Z"));

    @TempDir
    Path folder;

    private final FewDatasets datasets = FewDatasets.usual();
    private final MemoryChannel channel = new MemoryChannel();
    private Optional<Duration> behind = Optional.empty();

    @Test
    void pausesWhileCountingIsFarBehindAndSaysSoWithWhatWasReadSoFar() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("access.log"), "192.0.2.1 - - [23/Nov/2026:18:00:00 +0000] \"GET /\"\n");
        channel.commit("file", Map.of("position", "10", "accepted", "3"));
        behind = Optional.of(Duration.ofHours(27));
        var report = watcher().look(channel, channel);
        assertThat(report.state()).isEqualTo(State.WAITING);
        assertThat(report.message()).isEqualTo("Counting is 27 hours behind; reading goes on once it has caught up");
        assertThat(report.lagSeconds()).isEqualTo(27 * 3_600);
        assertThat(report.items()).isEqualTo(3);
        assertThat(report.next()).isPositive();
        assertThat(channel.all()).containsOnlyKeys("file");
    }

    @Test
    void goesOnAsSoonAsCountingHasCaughtUp() throws IOException, InterruptedException {
        datasets.harvested = false;
        behind = Optional.of(Duration.ofHours(27));
        var watcher = watcher();
        watcher.look(channel, channel);
        behind = Optional.empty();
        assertThat(watcher.look(channel, channel).message())
                .isEqualTo("Waiting for the first harvest of the catalogue");
    }

    private LogWatcher watcher() {
        var salts = Salts.withoutBroker(CLOCK);
        return new LogWatcher(
                "portal",
                new LogFolder(folder, CLOCK),
                LineReaders.of(datasets, salts, CLOCK),
                datasets,
                salts,
                new SiteObserver(
                        LogWatcher.source("portal"),
                        dataset -> "https://data.example.gov/d/" + dataset,
                        CLOCK,
                        InstallationSecret.of(LineReaders.SECRET)),
                new DemandTeller(LogWatcher.source("portal"), CLOCK),
                () -> behind,
                CLOCK);
    }
}
