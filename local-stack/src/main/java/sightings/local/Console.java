package sightings.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** What the person at the terminal reads. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        // A pipe to another program is buffered otherwise.
        out.flush();
    }

    void starting(List<String> names, Duration since) {
        String all = names.size() == 1
                ? names.getFirst() + " is"
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast() + " are";
        say(all + " starting, " + since.toSeconds() + " s");
    }

    void up(String name, Duration since) {
        say(name + " is up, " + since.toSeconds() + " s");
    }
}
