package sightings.ingest.commands;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.ingest.commands.Counts.Downloads;
import sightings.ingest.commands.Counts.Visits;
import sightings.ingest.downloads.Accounting;
import sightings.ingest.downloads.AgentClassifier;
import sightings.ingest.downloads.LogScan;
import sightings.ingest.downloads.Parsed;
import sightings.ingest.downloads.RobotList;
import sightings.ingest.usage.Profile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The result of a run as one JSON object. A reason without lines is left out, except for those that every log has. */
final class CountJson {

    private static final Set<Accounting.Filter> USUAL_FILTERS =
            Set.of(Accounting.Filter.METHOD, Accounting.Filter.STATUS, Accounting.Filter.NOT_DATASET);
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private static final ObjectWriteContext PRETTY = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private CountJson() {}

    static String of(
            Profile profile,
            RobotList robots,
            List<LogScan> scans,
            AgentClassifier agents,
            Counts counts,
            double seconds) {
        var accounting = new Accounting();
        scans.forEach(scan -> accounting.add(scan.accounting()));
        long bytes = scans.stream().mapToLong(LogScan::bytes).sum();
        var root = JsonNodeFactory.instance.objectNode();
        root.put("profile", profile.name());
        root.put("robots", robots.version());
        account(root, accounting, scans, agents);
        if (profile.isCounterRd()) {
            visits(root.putObject("counter_rd"), counts.counterRd, true);
            var methods = root.putObject("access_methods");
            visits(methods.putObject("regular"), counts.regular, false);
            visits(methods.putObject("machine"), counts.machine, false);
            var tools = root.putObject("tools");
            counts.counterRdByTool.forEach((tool, sum) -> visits(tools.putObject(tool), sum, false));
            var datasets = root.putObject("datasets");
            counts.counterRdByDataset().forEach((id, sum) -> visits(datasets.putObject(id), sum, false));
        } else {
            downloads(root.putObject("downloads"), counts.downloads);
            var tools = root.putObject("tools");
            counts.downloadsByTool.forEach((tool, sum) -> downloads(tools.putObject(tool), sum));
            var datasets = root.putObject("datasets");
            counts.downloadsByDataset().forEach((id, sum) -> downloads(datasets.putObject(id), sum));
        }
        root.put("bytes", bytes);
        root.put("seconds", Math.round(seconds * 1000) / 1000.0);
        root.put("lines_per_second", Math.round(accounting.read() / seconds));
        root.put("bytes_per_second", Math.round(bytes / seconds));
        return written(root);
    }

    /** Written without a mapper, which takes longer to start than to count a short log. */
    private static String written(ObjectNode root) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(PRETTY, text)) {
            write(json, root);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, JsonNode value) {
        if (value.isObject()) {
            json.writeStartObject();
            for (var property : value.properties()) {
                json.writeName(property.getKey());
                write(json, property.getValue());
            }
            json.writeEndObject();
        } else if (value.isString()) {
            json.writeString(value.asString());
        } else if (value.isIntegralNumber()) {
            json.writeNumber(value.asLong());
        } else {
            json.writeNumber(value.asDouble());
        }
    }

    private static void account(ObjectNode root, Accounting accounting, List<LogScan> scans, AgentClassifier agents) {
        root.put("lines", accounting.read());
        root.put("accepted", accounting.acceptedLines());
        var classes = new TreeMap<AccessClass, Long>();
        for (var agent : agents.agents()) {
            for (var scan : scans) {
                classes.merge(agent.accessClass(), scan.accepted(agent.number()), Long::sum);
            }
        }
        var ofClasses = root.putObject("classes");
        classes.forEach((accessClass, count) -> ofClasses.put(name(accessClass), count));
        var filtered = root.putObject("filtered");
        for (var filter : Accounting.Filter.values()) {
            long lines = accounting.filteredLines(filter);
            if (lines > 0 || USUAL_FILTERS.contains(filter)) {
                filtered.put(name(filter), lines);
            }
        }
        var rejected = root.putObject("rejected");
        for (var reason : Parsed.Reason.values()) {
            long lines = accounting.rejectedLines(reason);
            if (lines > 0 || reason != Parsed.Reason.TOO_LONG) {
                rejected.put(name(reason), lines);
            }
        }
    }

    private static void visits(ObjectNode into, Visits sum, boolean doubleClicks) {
        into.put("investigations", sum.investigations);
        into.put("requests", sum.requests);
        into.put("unique_investigations", sum.uniqueInvestigations);
        into.put("unique_requests", sum.uniqueRequests);
        if (doubleClicks) {
            into.put("double_clicks", sum.doubleClicks);
        }
    }

    private static void downloads(ObjectNode into, Downloads sum) {
        for (var kind : AccessKind.values()) {
            into.put(name(kind), sum.ofKind[kind.ordinal()]);
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
