package sightings.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes all documents anew from the record, beside those that are shown. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Makes all documents anew from the record, while the site stays up.")
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    StateOptions options = new StateOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        State state = options.state(options.cityFile());
        Optional<FileLock> lock = state.lockUnlessRunning();
        if (lock.isPresent()) {
            lock.get().acquiredBy().close();
            throw new Refused("Sightings is not running on " + state.folder() + ". Start it, then rebuild.");
        }
        new Rebuild(state, new Console(System.out)).run();
        return 0;
    }
}
