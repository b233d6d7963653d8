package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests for {@link Coverage}. */
class CoverageTests {

    @Test
    void readsTheMeterOfASourceThatAsksInSlices() {
        assertThat(Coverage.of(Map.of("slices", 50L, "slicesTruncated", 3L, "completenessPercent", 94L)))
                .contains(new Coverage(94, 50, 3, 0));
        assertThat(Coverage.of(
                        Map.of("slices", 9L, "slicesIncomplete", 1L, "slicesRefused", 2L, "completenessPercent", 70L)))
                .contains(new Coverage(70, 9, 0, 3));
        assertThat(Coverage.of(Map.of("queries", 4L))).isEmpty();
    }
}
