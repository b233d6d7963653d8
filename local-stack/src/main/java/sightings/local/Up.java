package sightings.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything, and watches it until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts everything, and prints the addresses after READY.")
final class Up implements Callable<Integer> {

    @Mixin
    UpOptions options = new UpOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<CityFile> city = options.state.cityFile();
        State state = options.state.state(city);
        try (FileLock _ = state.lock()) {
            // Before anything is deleted: who must choose another port has lost nothing.
            Ports ports = options.ports();
            ports.requireFree(city.isEmpty());
            if (options.fresh) {
                state.empty();
            }
            state.prepare();
            System.setProperty("sightings.logs", state.logs().toString());
            run(new Stack(state, ports, new Console(System.out), InstantSource.system()), city);
        }
        return 0;
    }

    private void run(Stack stack, Optional<CityFile> city) throws IOException, InterruptedException {
        // Ctrl-C and TERM come as the end of the JVM.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        stack.start(Project.current(), city, options.settings);
        stack.watch();
    }
}
