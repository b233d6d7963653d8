package sightings.ingest.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** The commands that are started most, and on so little that their own start counts. */
public final class PlainCommands {

    private PlainCommands() {}

    /**
     * Runs a command whose line is plain, without the option parser, which takes longer to start than many a run.
     *
     * @param words the command and its options, perhaps none
     * @return its exit code; empty where the option parser must read them, or must say what is wrong with them
     * @throws IOException where something cannot be read or written, in words
     */
    public static OptionalInt run(String... words) throws IOException {
        var options = Arrays.asList(words).subList(Math.min(1, words.length), words.length);
        var command = switch (words.length == 0 ? "" : words[0]) {
            case "recognise" -> RecogniseCommand.plain(options, System.in);
            case "count" -> CountCommand.plain(options);
            default -> Optional.<PlainCommand>empty();
        };
        if (command.isEmpty()) {
            return OptionalInt.empty();
        }
        var out = new PrintWriter(System.out);
        var err = new PrintWriter(System.err, true);
        try {
            return OptionalInt.of(command.get().run(out, err));
        } catch (WrongOption e) {
            return OptionalInt.empty();
        } finally {
            out.flush();
            err.flush();
        }
    }
}
