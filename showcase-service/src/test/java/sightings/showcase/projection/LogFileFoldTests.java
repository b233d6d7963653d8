package sightings.showcase.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sightings.event.CheckpointMoved;
import sightings.evidence.SourceId;
import sightings.showcase.index.DocumentJson;

/** Tests for {@link LogFileFold}. */
class LogFileFoldTests {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void takesTheAccountingAndNothingElse() {
        var file = LogFileFold.of(moved(
                        "log:portal",
                        Map.of(
                                "position", "9000",
                                "headHash", "0123",
                                "name", "access.log-20261101",
                                "changed", "1793530800",
                                "read", "100",
                                "accepted", "60",
                                "filtered.method", "20",
                                "filtered.status", "15",
                                "rejected.truncated", "5",
                                "sample.truncated", "9.9.9.9 - - [9/Aa")))
                .orElseThrow();

        assertThat(file.name()).isEqualTo("access.log-20261101");
        assertThat(file.read()).isEqualTo(file.accepted() + file.filtered() + file.rejected());
        assertThat(file.filtered()).isEqualTo(35);
        assertThat(file.reasons()).containsOnlyKeys("filtered.method", "filtered.status", "rejected.truncated");
        assertThat(file.samples()).containsExactly(Map.entry("rejected.truncated", "9.9.9.9 - - [9/Aa"));
    }

    @Test
    void leavesOutWhereVisitorsCameFrom() {
        var state = new TreeMap<>(Map.of("position", "9", "read", "1", "accepted", "1"));
        state.put("from:example.org abcd-1234", "2026-11-01/Ab12Cd34");

        assertThat(new String(
                        DocumentJson.write(
                                LogFileFold.of(moved("log:portal", state)).orElseThrow()),
                        java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("example.org", "Ab12Cd34");
    }

    @Test
    void isOfLogFilesOnly() {
        assertThat(LogFileFold.of(moved("github", Map.of("position", "1")))).isEmpty();
        assertThat(LogFileFold.of(moved("log:portal", Map.of("losses", "0")))).isEmpty();
    }

    @Test
    void isNotStoppedByANumberThatIsNone() {
        assertThat(LogFileFold.of(moved("log:portal", Map.of("position", "1", "read", "many"))))
                .hasValueSatisfying(file -> assertThat(file.read()).isZero());
    }

    private static CheckpointMoved moved(String source, Map<String, String> state) {
        return new CheckpointMoved(new SourceId(source), "f1", state, NOON);
    }
}
