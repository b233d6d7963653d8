package sightings.ingest.commands;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What a command asks of the option parser; apart from the commands, which are run without loading it as well. */
final class OptionParser {

    private OptionParser() {}

    /** Lets it say that a value is wrong, and how the command is used. Never returns a code. */
    static int refuse(CommandLine line, WrongOption wrong) {
        throw new ParameterException(line, Objects.requireNonNull(wrong.getMessage()), wrong);
    }
}
