package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.event.AccessKind;

/** Tests for {@link StatisticsTable}. */
class StatisticsTableTests {

    @Test
    void readsRowsAndSaysWhatIsWrongWithOthers() {
        var table = read("""
                Dataset,day,kind,count
                abcd-1234,2026-11-01,view,10
                abcd-1234,2026-11-01,Download,4
                zzzz-zzzz,2026-11-01,view,1
                abcd-1234,1.11.2026,view,1
                abcd-1234,2026-11-01,look,1
                abcd-1234,2026-11-01,api,-1
                abcd-1234,2026-11-01,view,10
                abcd-1234,2026-11-01
                """);
        assertThat(table.rows()).isEqualTo(8);
        assertThat(table.days())
                .containsOnlyKeys(
                        new StatisticsTable.DatasetDay(new DatasetId("abcd-1234"), LocalDate.parse("2026-11-01")));
        assertThat(table.days().values().iterator().next())
                .isEqualTo(Map.of(AccessKind.VIEW, 10L, AccessKind.DOWNLOAD, 4L));
        assertThat(table.bad())
                .containsExactly(
                        "line 4: no dataset of the catalogue",
                        "line 5: the day must be written like 2026-11-23",
                        "line 6: the kind must be view, download or api",
                        "line 7: the count must be a whole number from 0",
                        "line 8: this dataset, day and kind stand in an earlier line",
                        "line 9: not as many fields as the header has");
    }

    @Test
    void namesTheColumnsWhereTheyAreMissing() {
        assertThat(read("id,date\n1,2\n").bad())
                .containsExactly("line 1: the columns must be dataset, day, kind, count");
    }

    @Test
    void survivesWhatIsNoTable() {
        assertThat(read("dataset,day,kind,count\n\"open quote").bad()).hasSize(1);
        assertThat(read("").bad()).hasSize(1);
    }

    private static StatisticsTable read(String text) {
        return StatisticsTable.read(text.getBytes(StandardCharsets.UTF_8), FewDatasets.usual());
    }
}
