package sightings.ingest.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.DatasetId;
import sightings.event.AccessKind;
import sightings.event.UsageCell;
import sightings.ingest.downloads.FewDatasets;

/** Tests for {@link StatisticsTable}. */
class StatisticsTableTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final DatasetId DATASET = new DatasetId("abcd-1234");

    @Test
    void readsRowsAndSaysWhatIsWrongWithOthers() throws Exception {
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
        assertThat(table.broken()).isEmpty();
        assertThat(table.datasets()).containsExactly(DATASET);
        assertThat(counts(table, "2026-11-01")).isEqualTo(Map.of(AccessKind.VIEW, 10L, AccessKind.DOWNLOAD, 4L));
        assertThat(table.rows().rejectedExamples())
                .isEqualTo("line 5: the day must be written like 2026-11-23, and be in 2000 or later;"
                        + " line 6: the kind must be view, download or api;"
                        + " line 7: the count must be a whole number from 0 to 1,000,000,000;"
                        + " line 8: this dataset, day and kind stand in an earlier line;"
                        + " line 9: not as many fields as the header has");
        assertThat(table.rows().notInCatalogueExamples()).isEqualTo("zzzz-zzzz");
        assertThat(table.rows().counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "read", 8L,
                        "accepted", 2L,
                        "filtered.not_in_catalogue", 1L,
                        "rejected.bad_date", 1L,
                        "rejected.bad_kind", 1L,
                        "rejected.bad_count", 1L,
                        "rejected.repeated", 1L,
                        "rejected.fields", 1L));
    }

    @Test
    void addsHoursUserSegmentsAndAccessTypesOfSocratasAssetAccess() throws Exception {
        try (var file = getClass().getResourceAsStream("asset-access.csv")) {
            var table = read(file, StatisticsBounds.USUAL);
            assertThat(table.broken()).isEmpty();
            assertThat(counts(table, "2026-11-01"))
                    .isEqualTo(Map.of(AccessKind.VIEW, 12L, AccessKind.DOWNLOAD, 4L, AccessKind.API, 300L));
            assertThat(counts(table, "2026-11-02")).isEqualTo(Map.of(AccessKind.API, 7L));
            assertThat(table.rows().counts())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "read", 10L,
                            "accepted", 7L,
                            "filtered.not_in_catalogue", 2L,
                            "filtered.other_access", 1L));
            assertThat(table.rows().otherAccessExamples()).isEqualTo("calendar subscription");
            // The derived view of a dataset is nobody's but its own.
            assertThat(table.unknown()).containsExactlyInAnyOrder("view-0001", "stor-0001");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-01T17:00:00.000",
                "2026-11-01T17:00:00",
                "2026-11-01",
                "11/01/2026 05:00:00 PM",
                "11/1/2026",
                "2026 Nov 01 05:00:00 PM"
            })
    void readsTimesAsSocrataWritesThem(String time) throws Exception {
        var table = read("Timestamp,Asset UID,Access Type,Value\n" + time + ",ABCD-1234,API read,3\n");
        assertThat(counts(table, "2026-11-01")).isEqualTo(Map.of(AccessKind.API, 3L));
    }

    @Test
    void takesSocratasColumnsThatWereGroupedUnderNamesOfOurs() throws Exception {
        var table = read("""
                day,asset_uid,access_type,count
                2026-11-01T00:00:00.000,abcd-1234,grid view,3
                2026-11-01T00:00:00.000,abcd-1234,primer page view,4
                """);
        assertThat(counts(table, "2026-11-01")).isEqualTo(Map.of(AccessKind.VIEW, 7L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11/01/2026",
                "2026-02-30",
                "2026-13-01",
                "1999-12-31",
                "-999999999-01-01",
                "2026-11-01T25:00:00",
                "tomorrow",
                ""
            })
    void rejectsDaysThatAreNone(String day) throws Exception {
        assertThat(onlyOutcome("abcd-1234," + day + ",view,1")).isEqualTo("rejected.bad_date");
    }

    @Test
    void rejectsDaysToComeButNotTomorrowWhichIsTodaySomewhere() throws Exception {
        assertThat(onlyOutcome("abcd-1234,2026-11-24,view,1")).isEqualTo("accepted");
        assertThat(onlyOutcome("abcd-1234,2026-11-25,view,1")).isEqualTo("rejected.future");
        assertThat(onlyOutcome("abcd-1234,9999-12-31,view,1")).isEqualTo("rejected.future");
        assertThat(onlyOutcome("abcd-1234,+999999999-12-31,view,1")).isEqualTo("rejected.future");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1000000001",
                "99999999999999999999999",
                "1.5",
                "1e3",
                "0x10",
                "٣",
                "",
                "NaN",
                "+1",
                "\"1,000\""
            })
    void rejectsCountsThatAreNone(String count) throws Exception {
        assertThat(onlyOutcome("abcd-1234,2026-11-01,view," + count)).isEqualTo("rejected.bad_count");
    }

    @Test
    void believesNoSumThatIsTooLarge() throws Exception {
        var table = read("""
                timestamp,asset_uid,access_type,value
                2026-11-01,abcd-1234,download,1000000000
                2026-11-01,abcd-1234,download,1
                2026-11-01,abcd-1234,download,0
                """);
        assertThat(counts(table, "2026-11-01")).isEqualTo(Map.of(AccessKind.DOWNLOAD, 1_000_000_000L));
        assertThat(table.rows().counts()).containsEntry("rejected.too_many", 1L).containsEntry("accepted", 2L);
    }

    @Test
    void keepsAFewExamplesOfThousandsOfBadRows() throws Exception {
        var text = new StringBuilder("dataset,day,kind,count\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("abcd-1234,yesterday,view,1\nunknown-").append(i).append(",2026-11-01,view,1\n");
        }
        var table = read(text.toString());
        assertThat(table.rows().counts())
                .containsEntry("rejected.bad_date", 20_000L)
                .containsEntry("filtered.not_in_catalogue", 20_000L);
        assertThat(table.rows().rejectedExamples()).hasSizeLessThan(500).endsWith("; ...");
        assertThat(table.rows().notInCatalogueExamples())
                .isEqualTo("unknown-0; unknown-1; unknown-2; unknown-3; unknown-4; ...");
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws Exception {
        var table = read("\uFEFF\"dataset\" ,\"day\",\"kind\",\"count\",\"note\"\r\n\r\n"
                + " \"abcd-1234\" , \"2026-11-01\",\"view\",\"10\",\"two\r\nlines, \"\"quoted\"\"\"\r\n"
                + "abcd-1234,2026-11-02,view,11,\r\nabcd-1234,bad,view,1,\r\n");
        assertThat(counts(table, "2026-11-01")).isEqualTo(Map.of(AccessKind.VIEW, 10L));
        assertThat(counts(table, "2026-11-02")).isEqualTo(Map.of(AccessKind.VIEW, 11L));
        assertThat(table.rows().rejectedExamples()).startsWith("line 6: ");
    }

    @Test
    void rejectsRowsThatAreNotUtf8WhereItMatters() throws Exception {
        var table = read(
                new ByteArrayInputStream(
                        "dataset,day,kind,count,name\nabcd-1234,2026-11-01,view,1,Stra\u00dfen\nStra\u00dfen,2026-11-01,view,1,\n"
                                .getBytes(StandardCharsets.ISO_8859_1)),
                StatisticsBounds.USUAL);
        assertThat(table.rows().counts()).containsEntry("accepted", 1L).containsEntry("rejected.not_utf8", 1L);
    }

    @Test
    void namesTheColumnsWhereTheyAreMissing() throws Exception {
        assertThat(read("id,date\n1,2\n").broken()).hasValue("line 1: " + StatisticsColumns.WANTED);
        assertThat(read("dataset;day;kind;count\nabcd-1234;2026-11-01;view;1\n").broken())
                .hasValue("line 1: " + StatisticsColumns.WANTED);
        var utf16 = "dataset,day,kind,count\n".getBytes(StandardCharsets.UTF_16);
        assertThat(read(new ByteArrayInputStream(utf16), StatisticsBounds.USUAL).broken())
                .hasValue("line 1: " + StatisticsColumns.WANTED);
    }

    @Test
    void isBrokenWhereItIsNoTable() throws Exception {
        assertThat(read("").broken()).hasValue("it is empty");
        assertThat(read("\uFEFF").broken()).hasValue("it is empty");
        assertThat(read("dataset,day,kind,count\nabcd-1234,2026-11-01,view,1\n\"open quote")
                        .broken())
                .hasValue("behind row 1: this is no CSV");
    }

    @Test
    void isBrokenWhereItIsMoreThanMayBe() throws Exception {
        var bounds = new StatisticsBounds(1_000, 2, 20_000, 1);
        var header = "dataset,day,kind,count\n";
        var two = header + "abcd-1234,2026-11-01,view,1\nabcd-1234,2026-11-02,view,1\n";
        assertThat(read(stream(two), bounds).broken()).isEmpty();
        assertThat(read(stream(two + "abcd-1234,2026-11-03,view,1\n"), bounds).broken())
                .hasValue("more than 2 rows");
        assertThat(read(stream(header + "abcd-1234,2026-11-01,view,1\nabcd-1234,2026-10-02,view,1\n"), bounds)
                        .broken())
                .hasValue("more than 1 months of datasets; make a file of each year");
        assertThat(read(new Endless(header + "\"never closed "), bounds).broken())
                .hasValue("behind row 0: a row of more than 20,000 characters; perhaps a quote is not closed");
        assertThat(read(new Endless("dataset"), bounds).broken())
                .hasValue("behind row 0: a row of more than 20,000 characters; perhaps a quote is not closed");
    }

    private static StatisticsTable read(String text) throws Exception {
        return read(stream(text), StatisticsBounds.USUAL);
    }

    private static StatisticsTable read(InputStream bytes, StatisticsBounds bounds) throws Exception {
        return StatisticsTable.read(bytes, FewDatasets.usual(), TODAY, bounds);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String onlyOutcome(String row) throws Exception {
        var counts = new TreeMap<>(
                read("dataset,day,kind,count\n" + row + "\n").rows().counts());
        assertThat(counts.remove("read")).isEqualTo(1);
        assertThat(counts).hasSize(1).containsValue(1L);
        return counts.firstKey();
    }

    private static Map<AccessKind, Long> counts(StatisticsTable table, String day) {
        var date = LocalDate.parse(day);
        var month = table.months(DATASET).get(YearMonth.from(date));
        var cells = month == null ? List.<UsageCell>of() : month.cells(date.getDayOfMonth());
        var counts = new TreeMap<AccessKind, Long>();
        cells.forEach(cell -> counts.put(cell.kind(), cell.count()));
        return counts;
    }

    /** A file that begins like this and never ends. */
    private static final class Endless extends InputStream {

        private final byte[] begin;
        private int at;

        Endless(String begin) {
            this.begin = begin.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() throws IOException {
            return at < begin.length ? begin[at++] : 'x';
        }
    }
}
