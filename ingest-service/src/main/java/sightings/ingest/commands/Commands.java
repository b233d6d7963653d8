package sightings.ingest.commands;

import java.util.LinkedHashMap;
import java.util.Map;
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
