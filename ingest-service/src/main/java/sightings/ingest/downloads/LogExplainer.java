package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.event.AccessClass;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.watching.Redactor;

/**
 * Tells what the log watchers make of lines: by the formats, exclusions, lists of programs and rules that they themselves
 * go by, without sending or keeping anything. A line is read as the first log of the settings that can read it would read
 * it, else by its form. Safe for threads.
 */
public final class LogExplainer {

    private static final int MOST_LINES = 20;

    private final List<Log> logs;
    private final RobotList robots;
    private final Datasets datasets;
    private final Set<String> hosts;
    private final InstantSource clock;

    /**
     * A log of the settings.
     *
     * @param name how staff know it; null for a log that is in no settings
     * @param format how its lines are written, or {@code auto}
     * @param exclusions who is not to be counted there
     */
    record Log(@Nullable String name, String format, Exclusions exclusions) {}

    private static final Log NO_LOG = new Log(null, Formats.AUTO, Exclusions.NONE);

    /**
     * @param robots who walks the web by itself
     * @param hosts all hosts of the portals, in lower case
     */
    LogExplainer(List<Log> logs, RobotList robots, Datasets datasets, Set<String> hosts, InstantSource clock) {
        this.logs = List.copyOf(logs);
        this.robots = robots;
        this.datasets = datasets;
        this.hosts = Set.copyOf(hosts);
        this.clock = clock;
    }

    /** The first 20 lines of the text, read by that log which can read the most of them. */
    public List<ReadLine> explain(String text) {
        var lines =
                text.lines().filter(line -> !line.isBlank()).limit(MOST_LINES).toList();
        List<ReadLine> best = List.of();
        long most = -1;
        for (var log : logs.isEmpty() ? List.of(NO_LOG) : logs) {
            var read = explain(lines, log);
            long good = good(read);
            if (good > most) {
                most = good;
                best = read;
            }
        }
        // What no log of ours writes may still be a line that another server would write.
        var byForm = most > 0 ? best : explain(lines, NO_LOG);
        return good(byForm) > most ? byForm : best;
    }

    private static long good(List<ReadLine> lines) {
        return lines.stream().filter(line -> line.rejected() == null).count();
    }

    private List<ReadLine> explain(List<String> lines, Log log) {
        var all = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        var format = log.format().equals(Formats.AUTO) ? Formats.find(all, all.length) : Formats.named(log.format());
        var requests = new RequestReader(datasets, hosts);
        var agents = new AgentClassifier(robots);
        var read = new ArrayList<ReadLine>();
        for (var line : lines) {
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            read.add(
                    switch (format.parse(bytes, 0, bytes.length)) {
                        case Parsed.Rejected(var why) ->
                            new ReadLine(read.size() + 1, log.name(), format.name(), why, null, null);
                        case Parsed.Directive _ ->
                            new ReadLine(
                                    read.size() + 1,
                                    log.name(),
                                    format.name(),
                                    null,
                                    Accounting.Filter.DIRECTIVE,
                                    null);
                        case Parsed.Line(var parsed) ->
                            explain(read.size() + 1, parsed, log, format.name(), requests, agents);
                    });
        }
        return read;
    }

    private ReadLine explain(
            int number, LogLine line, Log log, String format, RequestReader requests, AgentClassifier agents) {
        if (new Horizon(clock).isBefore(line)) {
            return new ReadLine(number, log.name(), format, Parsed.Reason.BAD_DATE, null, null);
        }
        var request = requests.read(line);
        var filter = log.exclusions().excludes(line)
                ? Accounting.Filter.EXCLUDED
                : LineReader.filter(line, request.isPresent());
        var told = agents.explain(line.agent.text());
        boolean person = told.agent().accessClass() == AccessClass.PERSON;
        var target = line.target.text();
        return new ReadLine(
                number,
                log.name(),
                format,
                null,
                filter,
                new ReadLine.Request(
                        line.method.text(),
                        line.status,
                        path(target),
                        Redactor.redact(target),
                        request.map(DatasetRequest::dataset).orElse(null),
                        request.map(DatasetRequest::kind).orElse(null),
                        told.agent().accessClass(),
                        told.agent().tool(),
                        told.pattern(),
                        person && filter == null
                                ? ReferringSite.of(line.referrer.text(), hosts).orElse(null)
                                : null));
    }

    private static String path(String target) {
        int query = target.indexOf('?');
        return Redactor.redact(query < 0 ? target : target.substring(0, query));
    }
}
