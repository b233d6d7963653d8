package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link KeptStores}. */
class KeptStoresTests {

    @TempDir
    Path folder;

    private Path file;
    private Path identity;

    @BeforeEach
    void keep() throws IOException {
        file = Files.createDirectories(folder.resolve("app/0_1/rocksdb/lines")).resolve("000001.sst");
        Files.writeString(file, "lines");
        identity = Files.writeString(folder.resolve("app/kafka-streams-process-metadata"), "me");
    }

    @Test
    void dropsStoresAfterAKillAndKeepsWhoItIs() {
        stores().begin();
        assertThat(folder.resolve("app/0_1")).doesNotExist();
        assertThat(identity).exists();
    }

    @Test
    void keepsStoresAfterAnEndInOrderOnce() {
        stores().endedInOrder();
        stores().begin();
        assertThat(file).exists();
        // Killed this time.
        stores().begin();
        assertThat(file).doesNotExist();
    }

    @Test
    void beginsWithNothing() {
        new KeptStores(folder.resolve("new"), "app").begin();
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private KeptStores stores() {
        return new KeptStores(folder, "app");
    }
}
