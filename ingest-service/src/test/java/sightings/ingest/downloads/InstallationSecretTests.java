package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link InstallationSecret}. */
class InstallationSecretTests {

    @TempDir
    Path folder;

    @Test
    void isDrawnOnceAndReadableByItsOwnerAlone() throws IOException {
        var state = folder.resolve("state");
        var first = InstallationSecret.in(state);
        var again = InstallationSecret.in(state);
        assertThat(again.hash("token", "abc")).isEqualTo(first.hash("token", "abc"));
        try (var files = Files.list(state)) {
            assertThat(files)
                    .hasSize(1)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
        assertThat(InstallationSecret.in(folder.resolve("other")).hash("token", "abc"))
                .isNotEqualTo(first.hash("token", "abc"));
    }

    @Test
    void refusesWhatItHasNotWritten() throws IOException {
        Files.writeString(folder.resolve("installation-secret"), "short");
        assertThatThrownBy(() -> InstallationSecret.in(folder)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void refusesASecretThatCanBeGuessedWithoutRepeatingIt() {
        assertThatThrownBy(() -> InstallationSecret.of("springfield"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("springfield");
    }

    @Test
    void tellsPurposesApartAndShowsNothing() {
        var secret = InstallationSecret.of("a secret of this test and no other");
        assertThat(secret.hash("token", "abc"))
                .matches("[0-9a-f]{24}")
                .isNotEqualTo(secret.hash("demand", "abc"))
                .isNotEqualTo(InstallationSecret.of("another secret of this test, longer")
                        .hash("token", "abc"));
        assertThat(secret).asString().doesNotContain("test");
    }
}
