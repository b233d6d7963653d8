package sightings.ingest.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands that need nothing but this service's pure parts; the launcher adds them to its own. */
public final class Commands {

    private static final Map<String, Supplier<Object>> ALL = all();

    private Commands() {}

    /** Adds all of them. */
    public static CommandLine addTo(CommandLine line) {
        ALL.values().forEach(command -> line.addSubcommand(command.get()));
        return line;
    }

    /** Whether one of them has this name. */
    public static boolean has(String name) {
        return ALL.containsKey(name);
    }

    /**
     * Runs a command whose line is plain, without the option parser, which takes longer to start than many a run.
     *
     * @param words the command and its options
     * @return its exit code; empty where the option parser must read them, or must say what is wrong with them
     * @throws IOException where something cannot be read or written, in words
     */
    public static OptionalInt runPlain(String... words) throws IOException {
        var options = Arrays.asList(words).subList(1, words.length);
        var command =
                switch (words[0]) {
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

    /** Adds this one alone: making the others would take longer than many a run of it. */
    public static CommandLine addTo(CommandLine line, String name) {
        var command = ALL.get(name);
        if (command == null) {
            throw new IllegalArgumentException("There is no command " + name);
        }
        return line.addSubcommand(command.get());
    }

    private static Map<String, Supplier<Object>> all() {
        var all = new LinkedHashMap<String, Supplier<Object>>();
        all.put("catalogue", CatalogueCommand::new);
        all.put("recognise", () -> new RecogniseCommand(System.in));
        all.put("explain", () -> new ExplainCommand(System.in));
        all.put("count", CountCommand::new);
        return all;
    }
}
