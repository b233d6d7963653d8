package sightings.ingest.downloads;

import com.github.luben.zstd.ZstdIOException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/**
 * Reads whole logs for the command: the same formats, classifier and request reader as the service's, without Kafka. Each
 * line is accounted for; what is a request for a dataset is handed on. Used by one thread.
 */
public final class LogScan {

    private static final int TOLD_EVERY = 1 << 14;
    private static final int STATUSES = 600;
    private static final String TORN = "its packed text ends in the middle or is damaged; what was there is counted";

    private final RequestReader requests;
    private final AgentClassifier agents;
    private final Set<String> methods;
    private final boolean[] statuses = new boolean[STATUSES];
    private final Exclusions exclusions;
    private final boolean tellsLinesApart;
    private final Consumer<Access> accesses;
    private final long[] accepted;
    private final Accounting accounting = new Accounting();
    private final Access access = new Access();
    private final Seeds seeds = new Seeds();
    private long bytes;

    /**
     * @param methods HTTP methods that count
     * @param statuses HTTP statuses that count
     * @param exclusions who is not to be counted
     * @param tellsLinesApart whether accesses say which of them have identical lines
     * @param accesses takes what is accepted, good until the next one
     */
    public LogScan(
            RequestReader requests,
            AgentClassifier agents,
            Set<String> methods,
            Set<Integer> statuses,
            Exclusions exclusions,
            boolean tellsLinesApart,
            Consumer<Access> accesses) {
        this.requests = requests;
        this.agents = agents;
        this.methods = Set.copyOf(methods);
        statuses.forEach(status -> this.statuses[status] = true);
        this.exclusions = exclusions;
        this.tellsLinesApart = tellsLinesApart;
        this.accesses = accesses;
        this.accepted = new long[agents.agents().size()];
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

    /**
     * Reads one log to its end.
     *
     * @param format its format, or {@code auto}
     * @param progress is told the bytes of its text that were read, now and then
     * @return what cut it short, in words; empty where it is whole
     */
    public Optional<String> read(InputStream stored, String format, Consumer<Long> progress) throws IOException {
        try (var unpacked = new TornText(LogText.of(stored));
                var text = new BufferedInputStream(unpacked, Formats.HEAD)) {
            var written = format.equals(Formats.AUTO) ? found(text) : Formats.named(format);
            read(new LineScanner(text), written, progress);
            return unpacked.torn() ? Optional.of(TORN) : Optional.empty();
        } catch (EOFException | ZipException | ZstdIOException e) {
            return Optional.of(TORN);
        }
    }

    private void read(LineScanner lines, LogFormat written, Consumer<Long> progress) throws IOException {
        int untold = TOLD_EVERY;
        while (lines.next()) {
            read(lines, written);
            if (--untold == 0) {
                untold = TOLD_EVERY;
                progress.accept(lines.bytes());
            }
        }
        bytes += lines.bytes();
    }

    /** Looks at the first lines, which are read again afterwards. */
    private static LogFormat found(InputStream text) throws IOException {
        text.mark(Formats.HEAD);
        var head = new byte[Formats.HEAD];
        int length = text.readNBytes(head, 0, head.length);
        text.reset();
        return Formats.find(head, length);
    }

    private void read(LineScanner lines, LogFormat format) {
        if (lines.tooLong()) {
            accounting.rejected(Parsed.Reason.TOO_LONG);
            return;
        }
        switch (format.parse(lines.buffer(), lines.from(), lines.to())) {
            case Parsed.Rejected rejected -> accounting.rejected(rejected.why());
            case Parsed.Directive _ -> accounting.filtered(Accounting.Filter.DIRECTIVE);
            case Parsed.Line line -> read(line.line(), lines);
        }
    }

    private void read(LogLine line, LineScanner lines) {
        if (exclusions.excludes(line)) {
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
                access.setLine(seeds.line(lines.buffer(), lines.from(), lines.to()));
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
