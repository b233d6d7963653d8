package sightings.showcase.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests for {@link StatementFile}. */
class StatementFileTests {

    private static final String HEADER =
            "number,title_en,title_es,challenge_en,challenge_es,why_en,why_es,vision_en,vision_es,topics,datasets,area,"
                    + "lat,lon,contact,contact_url,licence,difficulty,opens_at,closes_at,status\n";

    private final StatementFile file = new StatementFile(List.of("en", "es"));

    @Test
    void columnsAreThoseOfTheSampleFile() {
        assertThat(String.join(",", file.columns()) + "\n").isEqualTo(HEADER);
    }

    @Test
    void importsGoodRowsAndNamesBadOnesByLine() {
        var rows = rows(HEADER
                + row("PS-1", "starter", "open")
                + "PS-2,\"A title\nover two lines\",,C,,,,,,,,,,,Team,,CC0,starter,,,\n"
                + row("PS-3", "simple", "draft")
                + row("PS-1", "hard", "draft")
                + row("PS-5", "hard", "finished"));

        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).isInstanceOfSatisfying(StatementRow.Good.class, row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.status()).isEqualTo(StatementRow.Status.OPEN);
            assertThat(row.statement().area()).isNotNull();
        });
        assertThat(rows.get(1)).isInstanceOfSatisfying(StatementRow.Good.class, row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.statement().title().in("en")).isEqualTo("A title over two lines");
        });
        assertBad(rows.get(2), 5, "difficulty", "desk.error.not-a-choice");
        assertBad(rows.get(3), 6, "number", "desk.error.number-twice");
        assertBad(rows.get(4), 7, "status", "desk.error.not-a-choice");
    }

    @Test
    void readsWhatSpreadsheetsSave() {
        var rows = rows("\uFEFFNumber;Title_en;Challenge_en;Contact;Licence;Difficulty\r\nPS-1;T;C;Team;CC0;hard\r\n");

        assertThat(rows).singleElement().isInstanceOf(StatementRow.Good.class);
    }

    @Test
    void saysWhatIsWrongWithTheWholeFile() {
        assertThat(problem("".getBytes(StandardCharsets.UTF_8))).isEqualTo("desk.error.file-columns");
        assertThat(problem(HEADER.getBytes(StandardCharsets.UTF_8))).isEqualTo("desk.error.file-empty");
        assertThat(problem("number,title_en\n1,a\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("desk.error.file-columns");
        assertThat(problem(new byte[] {'a', (byte) 0xff, (byte) 0xfe})).isEqualTo("desk.error.file-not-utf8");
        assertThat(problem((HEADER + "PS-1,\"open quote\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("desk.error.file-not-csv");
        assertThat(problem((HEADER + row("PS-1", "hard", "").repeat(1001)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("desk.error.file-rows");
    }

    @Test
    void ignoresColumnsItDoesNotKnowAndShortRows() {
        var rows = rows(
                "number,title_en,challenge_en,contact,licence,difficulty,mood\nPS-1,T,C,Team,CC0,hard,good\nPS-2,T\n");

        assertThat(rows.get(0)).isInstanceOf(StatementRow.Good.class);
        assertBad(rows.get(1), 3, "challenge_en", "desk.error.required");
    }

    private static void assertBad(StatementRow row, long line, String field, String code) {
        assertThat(row).isInstanceOfSatisfying(StatementRow.Bad.class, bad -> {
            assertThat(bad.line()).isEqualTo(line);
            assertThat(bad.errors()).anySatisfy(error -> {
                assertThat(error.field()).isEqualTo(field);
                assertThat(error.code()).isEqualTo(code);
            });
        });
    }

    private static String row(String number, String difficulty, String status) {
        return number + ",Title,Título,Challenge,Reto,,,,,transport;safety,aaaa-aaaa;bbbb-bbbb,Pilsen,41.85,-87.66,"
                + "Data team,https://example.gov/ask,CC0-1.0," + difficulty + ",2026-11-02,," + status + "\n";
    }

    private List<StatementRow> rows(String text) {
        var checked = file.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(checked).isInstanceOf(Checked.Valid.class);
        return ((Checked.Valid<List<StatementRow>>) checked).value();
    }

    private String problem(byte[] bytes) {
        var checked = file.read(bytes);
        assertThat(checked).isInstanceOf(Checked.Invalid.class);
        return ((Checked.Invalid<List<StatementRow>>) checked)
                .errors()
                .getFirst()
                .code();
    }
}
