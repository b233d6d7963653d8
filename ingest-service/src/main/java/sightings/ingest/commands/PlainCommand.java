package sightings.ingest.commands;

import java.io.IOException;
import java.io.PrintWriter;

/** A command whose options are known. */
@FunctionalInterface
interface PlainCommand {

    /**
     * Runs it.
     *
     * @return its exit code
     * @throws WrongOption before anything was read or printed
     */
    int run(PrintWriter out, PrintWriter err) throws IOException, WrongOption;
}
