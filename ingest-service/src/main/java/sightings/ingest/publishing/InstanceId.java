package sightings.ingest.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.stereotype.Component;
import sightings.ingest.settings.IngestSettings;

/**
 * This instance's name within its groups. It lies in the state folder, which each instance has for itself, so that an
 * instance that comes back gets its share of the work back at once.
 */
@Component
public class InstanceId {

    private final String value;

    InstanceId(IngestSettings settings) {
        this.value = readOrMake(settings.state().resolve("instance-id"));
    }

    /** Stable as long as the state folder is kept. */
    public String value() {
        return value;
    }

    private static String readOrMake(Path file) {
        try {
            var kept = Files.readString(file).strip();
            if (!kept.isEmpty()) {
                return kept;
            }
        } catch (NoSuchFileException e) {
            // The first start of this instance.
        } catch (IOException e) {
            throw new UncheckedIOException("The state folder cannot be read: " + file.getParent(), e);
        }
        return make(file);
    }

    private static String make(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var made = UUID.randomUUID().toString();
            var draft = file.resolveSibling("instance-id.draft");
            Files.writeString(draft, made);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("The state folder cannot be written: " + file.getParent(), e);
        }
    }
}
