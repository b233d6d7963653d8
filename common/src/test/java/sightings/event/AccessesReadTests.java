package sightings.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;

/** Tests for {@link AccessesRead}. */
class AccessesReadTests {

    private static final Instant TIME = Instant.parse("2026-11-02T10:15:30Z");

    @Test
    void holdsAllInTheirOrderOfVisitorsOfOnePartition() {
        var accesses =
                IntStream.range(0, 10_000).mapToObj(i -> access(i % 70, i)).toList();
        var read = AccessesRead.of(accesses);
        assertThat(read.stream().mapToInt(each -> each.accesses().size()).sum()).isEqualTo(10_000);
        var last = new HashMap<VisitorId, Integer>();
        for (var each : read) {
            assertThat(each.accesses()).hasSizeBetween(1, AccessesRead.MOST);
            assertThat(each.accesses())
                    .extracting(access -> EventCodec.partition(Topic.ACCESSES, access.subject()))
                    .containsOnly(EventCodec.partition(Topic.ACCESSES, each.subject()));
            for (var access : each.accesses()) {
                int number = Integer.parseInt(access.line());
                assertThat(last.put(access.visitor(), number))
                        .satisfiesAnyOf(
                                before -> assertThat(before).isNull(),
                                before -> assertThat(before).isLessThan(number));
            }
        }
        assertThat(last).hasSize(70);
        assertThat(read).extracting(AccessesRead::subject).hasSizeGreaterThan(Topic.ACCESSES.partitions());
    }

    @Test
    void isOfTheTimeOfItsLastAccess() {
        assertThat(new AccessesRead(List.of(access(1, 1), access(1, 7))).time()).isEqualTo(TIME.plusSeconds(7));
    }

    @Test
    void holdsSomething() {
        assertThat(AccessesRead.of(List.of())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessesRead(List.of()));
    }

    private static DatasetAccessed access(int visitor, int line) {
        return new DatasetAccessed(
                new VisitorId("v" + visitor),
                new DatasetId("abcd-2345"),
                TIME.plusSeconds(line),
                AccessClass.PERSON,
                "-",
                AccessKind.VIEW,
                "GET",
                200,
                LocalDate.parse("2026-11-02"),
                "-",
                Integer.toString(line),
                null,
                null,
                null,
                null);
    }
}
