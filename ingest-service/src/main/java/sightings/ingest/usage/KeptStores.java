package sightings.ingest.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The files of the counting's stores between two runs. They are of use only where the run before ended in order. After a kill
 * they may hold what was never committed; Streams 4.2.1 should notice that and does not where it had read the stores back
 * before (KAFKA-20685), so that accesses would be taken for counted that are not. They are read from Kafka again instead.
 */
final class KeptStores {

    private static final String IN_ORDER = "ended-in-order";

    private final Path folder;
    private final Path application;

    /**
     * @param folder where Streams keeps its state
     * @param application the application's id, by which Streams names a folder in it
     */
    KeptStores(Path folder, String application) {
        this.folder = folder;
        this.application = folder.resolve(application);
    }

    /** Begins a run: from here on it has not ended in order until that is said. */
    void begin() {
        try {
            if (!Files.deleteIfExists(folder.resolve(IN_ORDER)) && Files.isDirectory(application)) {
                for (var store : stores()) {
                    delete(store);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All was committed and closed. */
    void endedInOrder() {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(IN_ORDER), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not the file that says who this instance is: it shuts out what a killed one had begun. */
    private List<Path> stores() throws IOException {
        try (var all = Files.list(application)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static void delete(Path store) throws IOException {
        try (var all = Files.walk(store)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
