package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link LogSeries}. */
class LogSeriesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access.log",
                "access.log.1",
                "access.log.12.gz",
                "access.log-20261126",
                "access.log-2026-11-26.zst",
                "access-20261126.log",
                "access_2026-11-26-1400.log.gz",
                "access.1.log"
            })
    void seesOneSeriesBehindDatesNumbersAndPacking(String name) {
        assertThat(LogSeries.of(name)).isEqualTo("access.log");
    }

    @Test
    void keepsServersApart() {
        assertThat(LogSeries.of("server1-access.log")).isNotEqualTo(LogSeries.of("server2-access.log.1"));
    }
}
