package sightings.ingest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import sightings.event.AccessKind;
import sightings.event.AccessesRead;
import sightings.event.DatasetAccessed;
import sightings.event.Event;
import sightings.event.UsageCounted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the generator of logs says of a log that it wrote, and the same of what the service tells.
 *
 * @param truth its file
 */
record GeneratorsTruth(JsonNode truth) {

    static GeneratorsTruth of(Path file) throws IOException {
        return new GeneratorsTruth(JsonMapper.shared().readTree(Files.readAllBytes(file)));
    }

    /** What the Code counts of each dataset. */
    Map<String, String> datasets() {
        var datasets = new TreeMap<String, String>();
        truth.path("datasets")
                .properties()
                .forEach(dataset -> datasets.put(dataset.getKey(), numbers(dataset.getValue())));
        return datasets;
    }

    private static String numbers(JsonNode dataset) {
        return Stream.of("investigations", "requests", "unique_investigations", "unique_requests")
                .map(name -> dataset.path(name).asString())
                .collect(joining(" "));
    }

    /** The same of what was counted. */
    static Map<String, String> datasets(List<UsageCounted> usage) {
        var sums = new TreeMap<String, long[]>();
        for (var counted : usage) {
            if (counted.profile().equals(UsageCounted.COUNTER_RD)) {
                var sum = sums.computeIfAbsent(counted.dataset().value(), _ -> new long[4]);
                counted.cells().forEach(cell -> {
                    sum[0] += cell.count();
                    sum[1] += cell.kind() == AccessKind.VIEW ? 0 : cell.count();
                });
                counted.unique().forEach(cell -> {
                    sum[2] += cell.investigations();
                    sum[3] += cell.requests();
                });
            }
        }
        var numbers = new TreeMap<String, String>();
        sums.forEach((dataset, sum) -> numbers.put(dataset, sum[0] + " " + sum[1] + " " + sum[2] + " " + sum[3]));
        return numbers;
    }

    /** What became of the lines of the one file, as the source's counters say it: none is missing and none is 0. */
    Map<String, Long> counters() {
        var counters = new TreeMap<String, Long>();
        counters.put("files", 1L);
        counters.put("read", truth.path("lines").asLong());
        counters.put("accepted", truth.path("accepted").asLong());
        for (var sort : List.of("filtered", "rejected")) {
            truth.path(sort)
                    .properties()
                    .forEach(reason -> counters.put(
                            sort + "." + reason.getKey(), reason.getValue().asLong()));
        }
        counters.values().removeIf(count -> count == 0);
        return counters;
    }

    /** Accepted lines by who asked. */
    Map<String, Long> classes() {
        var classes = new TreeMap<String, Long>();
        truth.path("classes")
                .properties()
                .forEach(each -> classes.put(each.getKey(), each.getValue().asLong()));
        return classes;
    }

    /** The same of what was read of these datasets. */
    static Map<String, Long> classes(List<Event> accesses, Set<String> datasets) {
        return accesses.stream()
                .flatMap(event -> ((AccessesRead) event).accesses().stream())
                .filter(access -> datasets.contains(access.dataset().value()))
                .filter(GeneratorsTruth::isAccepted)
                .collect(groupingBy(
                        access -> access.accessClass().name().toLowerCase(Locale.ROOT), TreeMap::new, counting()));
    }

    private static boolean isAccepted(DatasetAccessed access) {
        return access.method().equals("GET") && (access.status() == 200 || access.status() == 304);
    }
}
