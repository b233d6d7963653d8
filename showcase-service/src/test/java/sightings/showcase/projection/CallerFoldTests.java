package sightings.showcase.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.event.Caller;
import sightings.event.CallerCell;
import sightings.event.CallerNamed;
import sightings.event.UsageCounted;
import sightings.evidence.SourceId;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import sightings.showcase.usage.CallerDocument;

/** Tests of what becomes of callers in {@link Projection} and {@link UsageFold}. */
class CallerFoldTests {

    private static final Caller SITE = Caller.site("00112233aabbccdd");
    private static final String KEY = "log:portal#caller/site:00112233aabbccdd";

    @Test
    void aNamedCallerIsTheUseOfItsSubjectUntilItIsTakenOut() {
        var named =
                new CallerNamed(new SourceId("log:portal"), SITE, new SubjectId("trees.example.org"), Instant.EPOCH);
        var record = new ConsumerRecord<>("checkpoints", 0, 1, KEY, new byte[0]);
        var document = new CallerDocument(KEY, SITE, UseId.of(new SubjectId("trees.example.org")));

        assertThat(Projection.changes(record, "id", named))
                .singleElement()
                .extracting(change -> change.fold().apply(null))
                .isEqualTo(document);
        assertThat(Projection.SOURCES.tombstone(record, KEY))
                .singleElement()
                .extracting(change -> change.fold().apply(document))
                .isEqualTo(new CallerDocument(KEY, null, null));
    }

    @Test
    void aDaysDocumentHasItsCallers() {
        var cell = new CallerCell(SITE, 7, 5);
        assertThat(UsageFold.of(new UsageCounted(
                                new DatasetId("aaaa-0001"),
                                LocalDate.of(2026, 11, 2),
                                UsageCounted.DOWNLOADS,
                                "-",
                                List.of(),
                                5,
                                List.of(),
                                List.of(),
                                List.of(cell),
                                Instant.EPOCH))
                        .callers())
                .containsExactly(cell);
        assertThat(UsageFold.gone().callers()).isEmpty();
    }
}
