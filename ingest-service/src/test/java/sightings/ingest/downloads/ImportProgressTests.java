package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests for {@link ImportProgress}. */
class ImportProgressTests {

    @Test
    void tellsPaceAndTimeLeft() {
        var progress = new ImportProgress(10_000_000, 50_000, Duration.ofSeconds(5), 480_000_000, 12);
        assertThat(progress.note().text())
                .isEqualTo("480.0 MB in 12 files are still to be read, 10,000 lines/s, about 4 minutes left");
        assertThat(progress.counters()).containsEntry("seconds_left", 240L).containsEntry("files_left", 12L);
    }

    @Test
    void foretellsNothingWhereNothingWasRead() {
        var progress = new ImportProgress(0, 0, Duration.ofSeconds(5), 1_000_000, 1);
        assertThat(progress.secondsLeft()).isEqualTo(-1);
        assertThat(progress.note().text()).doesNotContain("left");
    }
}
