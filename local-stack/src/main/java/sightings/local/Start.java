package sightings.local;

import java.io.IOException;
import java.util.OptionalInt;
import sightings.ingest.commands.PlainCommands;

/**
 * Where the launcher begins: a command that can do without the option parser is run without even loading it, all others are
 * {@link Sightings}'s.
 */
public final class Start {

    private Start() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String... arguments) {
        var code = plain(arguments);
        if (code.isEmpty()) {
            Sightings.main(arguments);
        } else if (code.getAsInt() != 0) {
            System.exit(code.getAsInt());
        }
        // To return is to end with 0, and much faster than to say so, which looks for somebody who logs it.
    }

    private static OptionalInt plain(String... arguments) {
        try {
            return PlainCommands.run(arguments);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return OptionalInt.of(1);
        }
    }
}
