package sightings.ingest.downloads;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads logs for the command: the same formats, classifier and request reader as the service's, without Kafka. Each line is
 * accounted for; what is a request for a dataset is handed on. Used by one thread; others have one {@link #beside} it.
 */
public final class LogScan {

    private static final int STATUSES = 600;

    private final RequestReader requests;
    private final AgentClassifier agents;
    private final String[] methods;
    private final boolean[] statuses;
    private final Exclusions exclusions;
    private final Horizon horizon;
    private final boolean tellsLinesApart;
    private final Consumer<Access> accesses;
    private final long[] accepted;
    private final Accounting accounting = new Accounting();
    private final Access access = new Access();
    private final Seeds seeds;
    private final LineBlock block = new LineBlock();
    private long bytes;

    /**
     * @param methods HTTP methods that count
     * @param statuses HTTP statuses that count
     * @param exclusions who is not to be counted
     * @param clock tells which lines are of days to come
     * @param tellsLinesApart whether accesses say which of them have identical lines
     * @param accesses takes what is accepted, good until the next one
     */
    public LogScan(
            RequestReader requests,
            AgentClassifier agents,
            Set<String> methods,
            Set<Integer> statuses,
            Exclusions exclusions,
            InstantSource clock,
            boolean tellsLinesApart,
            Consumer<Access> accesses) {
        this(
                requests,
                agents,
                methods.toArray(String[]::new),
                flags(statuses),
                exclusions,
                new Horizon(clock),
                tellsLinesApart,
                new Seeds(),
                accesses);
    }

    private LogScan(
            RequestReader requests,
            AgentClassifier agents,
            String[] methods,
            boolean[] statuses,
            Exclusions exclusions,
            Horizon horizon,
            boolean tellsLinesApart,
            Seeds seeds,
            Consumer<Access> accesses) {
        this.requests = requests;
        this.agents = agents;
        this.methods = methods;
        this.statuses = statuses;
        this.exclusions = exclusions;
        this.horizon = horizon;
        this.tellsLinesApart = tellsLinesApart;
        this.seeds = seeds;
        this.accesses = accesses;
        this.accepted = new long[agents.agents().size()];
    }

    private static boolean[] flags(Set<Integer> statuses) {
        var flags = new boolean[STATUSES];
        statuses.forEach(status -> flags[status] = true);
        return flags;
    }

    /** One for another thread, with the same rules and the same hashes, which remembers and accounts for itself. */
    public LogScan beside(Consumer<Access> taker) {
        return new LogScan(
                requests.beside(),
                agents.beside(),
                methods,
                statuses,
                exclusions,
                horizon.beside(),
                tellsLinesApart,
                seeds,
                taker);
    }

    /**
     * Makes sure that this is the name of a format, a pattern of one, or {@code auto}.
     *
     * @throws IllegalArgumentException where it is none, with the reason in words
     */
    public static void checkFormat(String format) {
        if (!format.equals(Formats.AUTO)) {
            Formats.named(format);
        }
    }

    /** What became of all lines so far. */
    public Accounting accounting() {
        return accounting;
    }

    /** How many lines of an agent, by its number, were accepted. */
    public long accepted(int agent) {
        return accepted[agent];
    }

    /** How many bytes of text were read, unpacked. */
    public long bytes() {
        return bytes;
    }

    /** Reads the blocks that nobody else takes, to the end of the log. */
    public void read(LineBlocks blocks) throws IOException {
        var format = blocks.format();
        long looked = accounting.read();
        while (blocks.next(block)) {
            while (block.next()) {
                read(format);
            }
            bytes += block.bytes();
            blocks.looked(accounting.read() - looked);
            looked = accounting.read();
        }
    }

    private void read(LogFormat format) {
        if (block.tooLong()) {
            accounting.rejected(Parsed.Reason.TOO_LONG);
            return;
        }
        var parsed = format.parse(block.buffer(), block.from(), block.to());
        // No switch: it links itself anew at each start of the command, which takes longer than to read some thousand
        // lines.
        if (parsed instanceof Parsed.Line line) {
            read(line.line());
        } else if (parsed instanceof Parsed.Rejected rejected) {
            accounting.rejected(rejected.why());
        } else {
            accounting.filtered(Accounting.Filter.DIRECTIVE);
        }
    }

    private void read(LogLine line) {
        if (horizon.isBefore(line)) {
            accounting.rejected(Parsed.Reason.BAD_DATE);
        } else if (exclusions.excludes(line)) {
            accounting.filtered(Accounting.Filter.EXCLUDED);
        } else if (!hasWantedMethod(line)) {
            accounting.filtered(Accounting.Filter.METHOD);
        } else if (!statuses[line.status]) {
            accounting.filtered(Accounting.Filter.STATUS);
        } else {
            var request = requests.read(line);
            if (request.isEmpty()) {
                accounting.filtered(Accounting.Filter.NOT_DATASET);
                return;
            }
            accounting.accepted();
            var agent = agents.classify(line.agent);
            accepted[agent.number()]++;
            access.set(line, request.get(), agent, seeds);
            if (tellsLinesApart) {
                access.setLine(seeds.line(block.buffer(), block.from(), block.to()));
            }
            accesses.accept(access);
        }
    }

    private boolean hasWantedMethod(LogLine line) {
        for (var method : methods) {
            if (line.method.is(method)) {
                return true;
            }
        }
        return false;
    }
}
