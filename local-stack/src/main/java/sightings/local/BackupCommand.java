package sightings.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sightings.local.backup.Backup;

/** Writes the kept topics to one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes the kept topics to one compressed file; works while everything runs, too.")
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write, such as sightings-2026-11-23.jsonl.gz.")
    Path file = Path.of("");

    @Mixin
    StateOptions options = new StateOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = new Console(System.out);
        State state = options.state(options.cityFile());
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new Refused(file + " is a folder");
        }
        Path unfinished = Files.createTempFile(
                folder,
                "sightings-backup",
                ".unfinished",
                // It has salts and checkpoints: not for everybody's eyes.
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Broker broker = Broker.of(state);
                OutputStream output = Files.newOutputStream(unfinished)) {
            Map<String, Long> counts = new Backup(broker.bootstrapServers(), InstantSource.system()).write(output);
            counts.forEach((topic, count) -> console.say(topic + ": " + count + " records"));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        console.say("Written: " + file.toAbsolutePath() + ", " + Files.size(file) / 1024 + " KiB");
        return 0;
    }
}
