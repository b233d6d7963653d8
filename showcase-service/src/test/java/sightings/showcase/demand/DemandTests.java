package sightings.showcase.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightings.event.DemandSeen;
import sightings.event.DemandSeen.Kind;
import sightings.evidence.SourceId;

/** Tests for {@link Demand}. */
class DemandTests {

    @Test
    void bringsLogsTogetherAndPutsTheStrongestAndLatestFirst() {
        var all = Demand.of(List.of(
                seen("a", Kind.SEARCH, "noise", 5, 3, 9),
                seen("a", Kind.SEARCH, "smell", 10, 1, 4),
                seen("b", Kind.SEARCH, "noise", 10, 2, 8),
                seen("a", Kind.ADDRESS, "noise", 5, 1, 20),
                seen("a", Kind.SEARCH, "heat", 5, 1, 21)));

        assertThat(all)
                .containsExactly(
                        new Demand(Kind.SEARCH, "noise", 10, day(2), day(9)),
                        new Demand(Kind.SEARCH, "smell", 10, day(1), day(4)),
                        new Demand(Kind.SEARCH, "heat", 5, day(1), day(21)),
                        new Demand(Kind.ADDRESS, "noise", 5, day(1), day(20)));
    }

    private static DemandSeen seen(String log, Kind kind, String what, int visitors, int first, int last) {
        return new DemandSeen(new SourceId("log:" + log), kind, what, visitors, day(first), day(last), Instant.EPOCH);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 11, day);
    }
}
