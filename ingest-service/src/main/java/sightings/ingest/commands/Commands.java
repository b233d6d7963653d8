package sightings.ingest.commands;

import picocli.CommandLine;

/** The commands that need nothing but this service's pure parts; the launcher adds them to its own. */
public final class Commands {

    private Commands() {}

    /** Adds all of them. */
    public static CommandLine addTo(CommandLine line) {
        return line.addSubcommand(new CatalogueCommand())
                .addSubcommand(new RecogniseCommand(System.in))
                .addSubcommand(new ExplainCommand(System.in))
                .addSubcommand(new CountCommand());
    }
}
