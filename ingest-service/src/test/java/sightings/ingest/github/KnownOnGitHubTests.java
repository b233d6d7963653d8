package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.ingest.github.KnownOnGitHub.File;

/** Tests for {@link KnownOnGitHub}. */
class KnownOnGitHubTests {

    private static final Map<String, Map<String, String>> PARTS = Map.of(
            "repository/42",
            Map.of(
                    "/name", "Example/tree-map",
                    "/branch", "main",
                    "/checked", "2026-11-20T10:00:00Z",
                    "src/app one.py", "sha1 - \"etag\"",
                    "copy.py", "sha2 7",
                    "/unread big.csv", "sha3"),
            "sweep/hosts",
            Map.of("/name", "example/other"));

    @Test
    void knowsTheRepositoryWhateverTheCase() {
        var known = KnownOnGitHub.at(URI.create("https://github.com/example/Tree-Map"), PARTS)
                .orElseThrow();

        assertThat(known.name()).isEqualTo("Example/tree-map");
        assertThat(known.files()).isEqualTo(1);
        assertThat(known.checkedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(known.missingSince()).isNull();
        assertThat(known.file()).isEqualTo(File.NOT_ASKED);
    }

    @ParameterizedTest
    @CsvSource({
        "blob/main/src/app%20one.py, READ",
        "blob/main/copy.py, COPY",
        "raw/main/big.csv, UNREADABLE",
        "blob/main/else.py, NOT_FOUND",
        "issues/1, NOT_ASKED"
    })
    void knowsWhatBecameOfAFile(String path, File file) {
        assertThat(KnownOnGitHub.at(URI.create("https://github.com/example/tree-map/" + path), PARTS)
                        .orElseThrow()
                        .file())
                .isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({"https://github.com/example/other", "https://github.com/example", "https://github.com"})
    void knowsNothingOfOthers(String address) {
        assertThat(KnownOnGitHub.at(URI.create(address), PARTS)).isEmpty();
    }
}
