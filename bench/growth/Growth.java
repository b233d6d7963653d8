import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import sightings.ingest.commands.Commands;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts a short log and a long one in turn, by the command and in one process, so that the start of the virtual machine is in neither:
 * {@code Growth TURNS CATALOGUE PORTAL SHORT LONG}. A first turn is not told. Prints turn, mean seconds for the short one, seconds for the
 * long one, and accepted lines of the long one.
 */
@Command(name = "growth")
class Growth {

    private static final int SHORT_ONES = 4;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    static void main(String[] arguments) throws Exception {
        int turns = Integer.parseInt(arguments[0]);
        for (int turn = 0; turn <= turns; turn++) {
            // A short one takes so little time that whatever else the machine does shows in it: some before, some behind.
            double before = shortOnes(arguments);
            long begin = System.nanoTime();
            var counted = count(arguments, LONG);
            double counting = (System.nanoTime() - begin) / 1e9;
            double behind = shortOnes(arguments);
            if (turn > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%d %.2f %.2f %d%n",
                        turn,
                        (before + behind) / 2,
                        counting,
                        counted.path("accepted").asLong());
            }
        }
    }

    /** Mean seconds for one. */
    private static double shortOnes(String... arguments) {
        long begin = System.nanoTime();
        for (int i = 0; i < SHORT_ONES; i++) {
            count(arguments, SHORT);
        }
        return (System.nanoTime() - begin) / 1e9 / SHORT_ONES;
    }

    private static JsonNode count(String[] arguments, int log) {
        var out = new StringWriter();
        int code = Commands.addTo(new CommandLine(new Growth()), "count")
                .setOut(new PrintWriter(out))
                .execute("count", "--catalogue", arguments[1], "--portal", arguments[2], arguments[log]);
        if (code != 0) {
            throw new IllegalStateException("count ended with " + code);
        }
        return JsonMapper.shared().readTree(out.toString());
    }
}
