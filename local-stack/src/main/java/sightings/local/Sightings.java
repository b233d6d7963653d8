package sightings.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import sightings.ingest.commands.Commands;
import sightings.local.backup.BackupRefused;

/** The command line: {@code up} when nothing else is said. */
@Command(name = "sightings", description = "What people build with a city's open data.")
public final class Sightings implements Runnable {

    private Sightings() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String... arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        var words = withDefault(arguments);
        var line = Commands.has(words[0]) ? Commands.addTo(new CommandLine(new Sightings()), words[0]) : commandLine();
        return line.setExecutionExceptionHandler(Sightings::explain).execute(words);
    }

    static CommandLine commandLine() {
        return Commands.addTo(new CommandLine(new Sightings()))
                .addSubcommand(new Up())
                .addSubcommand(new BackupCommand())
                .addSubcommand(new RestoreCommand())
                .addSubcommand(new RebuildCommand())
                .addSubcommand("help", new Help());
    }

    /** No command, or only options: they are those of {@code up}. */
    private static String[] withDefault(String... arguments) {
        boolean help = Arrays.asList(arguments).equals(java.util.List.of("--help"))
                || Arrays.asList(arguments).equals(java.util.List.of("-h"));
        if (help) {
            return new String[] {"help"};
        }
        if (arguments.length > 0 && !arguments[0].startsWith("-")) {
            return arguments;
        }
        String[] up = new String[arguments.length + 1];
        up[0] = "up";
        System.arraycopy(arguments, 0, up, 1, arguments.length);
        return up;
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter error = command.getErr();
        if (failure instanceof Refused || failure instanceof BackupRefused || failure instanceof IOException) {
            error.println(failure.getMessage());
        } else {
            failure.printStackTrace(error);
        }
        return 1;
    }

    @Override
    public void run() {
        new Help().run();
    }

    /** Lists the commands; the script prints the same text before anything is built. */
    @Command(name = "help", description = "Lists the commands.")
    static final class Help implements Runnable {

        @Override
        public void run() {
            try (InputStream text = Sightings.class.getResourceAsStream("help.txt")) {
                if (text == null) {
                    throw new IllegalStateException("help.txt is missing from the launcher's jar");
                }
                System.out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }
    }
}
