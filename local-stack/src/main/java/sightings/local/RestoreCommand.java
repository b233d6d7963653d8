package sightings.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sightings.local.backup.Restore;

/** Writes a backup back into an empty record; all documents are then made anew. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Writes a backup into empty topics; all documents are then made anew.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file that backup has written.")
    Path file = Path.of("");

    @Option(names = "--replace", description = "Delete the record that is there first; only while nothing runs.")
    boolean replace;

    @Mixin
    StateOptions options = new StateOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = new Console(System.out);
        State state = options.state(options.cityFile());
        try (InputStream content = open()) {
            // Before anything is deleted or written.
            console.say("The file has " + new Restore("").check(content) + " records");
        }
        if (replace) {
            try (FileLock _ = state.lock()) {
                state.emptyRecord();
            }
        }
        restore(console, state);
        return 0;
    }

    private void restore(Console console, State state) throws IOException, InterruptedException {
        try (Broker broker = Broker.of(state);
                InputStream content = open()) {
            long count = new Restore(broker.bootstrapServers()).read(content);
            console.say("Restored " + count + " records");
            if (broker.isOfRunningStack()) {
                new Rebuild(state, console).run();
            } else {
                state.emptyViews();
                console.say("All documents are made anew at the next start");
            }
        }
    }

    private InputStream open() throws IOException {
        if (Files.notExists(file)) {
            throw new Refused("There is no file " + file);
        }
        return new BufferedInputStream(Files.newInputStream(file));
    }
}
