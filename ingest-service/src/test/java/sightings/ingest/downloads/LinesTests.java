package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests for {@link Lines}. */
class LinesTests {

    @Test
    void cutsCompleteLinesAndLeavesTheRest() throws IOException {
        var lines = lines("one\ntwo\r\n\nrest", false);
        assertThat(all(lines)).containsExactly("one", "two", "");
        assertThat(lines.position()).isEqualTo("one\ntwo\r\n\n".length());
        assertThat(new String(lines.tail(), StandardCharsets.UTF_8)).isEqualTo("one\ntwo\r\n\n");
    }

    @Test
    void takesTheLastLineOfAFileThatGrowsNoMore() throws IOException {
        assertThat(all(lines("one\nrest", true))).containsExactly("one", "rest");
    }

    @Test
    void passesOverALineThatIsTooLong() throws IOException {
        var text = "one\n" + "x".repeat(3_000_000) + "\ntwo\n";
        var lines = lines(text, false);
        assertThat(lines.next()).isTrue();
        assertThat(lines.tooLong()).isFalse();
        assertThat(lines.next()).isTrue();
        assertThat(lines.tooLong()).isTrue();
        assertThat(lines.next()).isTrue();
        assertThat(lines.tooLong()).isFalse();
        assertThat(text(lines)).isEqualTo("two");
        assertThat(lines.position()).isEqualTo(text.length());
        assertThat(lines.tail()).hasSize(FileState.TAIL);
        assertThat(new String(lines.tail(), StandardCharsets.UTF_8))
                .isEqualTo(text.substring(text.length() - FileState.TAIL));
    }

    @Test
    void remembersTheTailAcrossManyShortLines() throws IOException {
        var text = "0123456789\n".repeat(20_000);
        var lines = lines(text, false);
        assertThat(all(lines)).hasSize(20_000);
        assertThat(new String(lines.tail(), StandardCharsets.UTF_8))
                .isEqualTo(text.substring(text.length() - FileState.TAIL));
    }

    private static Lines lines(String text, boolean endCloses) {
        return new Lines(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 0, new byte[0], false, endCloses);
    }

    private static List<String> all(Lines lines) throws IOException {
        var all = new ArrayList<String>();
        while (lines.next()) {
            all.add(text(lines));
        }
        return all;
    }

    private static String text(Lines lines) {
        return new String(lines.line(), 0, lines.length(), StandardCharsets.UTF_8);
    }
}
