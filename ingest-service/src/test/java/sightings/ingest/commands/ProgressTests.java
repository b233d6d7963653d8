package sightings.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests for {@link Progress}. */
class ProgressTests {

    @Test
    void tellsBytesLinesASecondAndTheTimeLeft() {
        assertThat(Progress.line(4_000_000_000L, 20_000_000, 10, 1_000, 4_000).strip())
                .isEqualTo("3,814 MB, 400 MB/s, 2,000,000 lines/s   25 %, 30 s left");
    }

    @Test
    void tellsNoTimeLeftOfAStreamWhoseEndNobodyKnows() {
        assertThat(Progress.line(4_000_000, 20_000, 2, 1_000, -1).strip()).isEqualTo("3 MB, 2 MB/s, 10,000 lines/s");
    }
}
