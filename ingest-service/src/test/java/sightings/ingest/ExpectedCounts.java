package sightings.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.UniqueCell;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;

/**
 * What the rules of both profiles make of a log, worked out rule by rule from all of it at once, as slowly and as unlike the
 * service as can be.
 */
final class ExpectedCounts {

    private static final int DOUBLE_CLICK = 30;
    private static final int RESUMED = 1_800;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final List<Hit> hits = new ArrayList<>();

    /** One request for a dataset, by GET. */
    record Hit(
            Instant time,
            String visitor,
            String dataset,
            String target,
            AccessClass accessClass,
            String tool,
            AccessKind kind,
            int status) {

        Hit at(Instant when) {
            return new Hit(when, visitor, dataset, target, accessClass, tool, kind, status);
        }

        Hit answered(int with) {
            return new Hit(time, visitor, dataset, target, accessClass, tool, kind, with);
        }

        private LocalDate day() {
            return LocalDate.ofInstant(time, ZoneOffset.UTC);
        }

        private UsageCell cell() {
            return new UsageCell(time.atOffset(ZoneOffset.UTC).getHour(), accessClass, tool, kind, 1);
        }
    }

    private record DatasetDay(String dataset, LocalDate day) {}

    private record Session(String visitor, int hour, AccessClass accessClass) {}

    void add(Hit hit) {
        hits.add(hit);
    }

    List<UsageCounted> expected() {
        var days = new HashMap<DatasetDay, List<Hit>>();
        hits.forEach(hit -> days.computeIfAbsent(new DatasetDay(hit.dataset, hit.day()), _ -> new ArrayList<>())
                .add(hit));
        var expected = new ArrayList<UsageCounted>();
        days.forEach((day, all) -> {
            var clicks = all.stream()
                    .filter(hit -> hit.accessClass != AccessClass.ROBOT && isWhole(hit))
                    .toList();
            var stay = IntStream.range(0, clicks.size())
                    .filter(i -> stays(i, clicks))
                    .mapToObj(clicks::get)
                    .toList();
            add(day, UsageCounted.COUNTER_RD, stay, unique(stay), expected);
            var successful = all.stream()
                    .filter(hit -> isWhole(hit) || hit.status == 206 || REDIRECTS.contains(hit.status))
                    .toList();
            add(day, UsageCounted.DOWNLOADS, downloads(successful), List.of(), expected);
        });
        return expected;
    }

    private static boolean isWhole(Hit hit) {
        return hit.status == 200 || hit.status == 304;
    }

    /** No later click of the same visitor on the same URL follows too soon; of those of one second, the last drawn stays. */
    private static boolean stays(int which, List<Hit> clicks) {
        var click = clicks.get(which);
        for (int i = 0; i < clicks.size(); i++) {
            var other = clicks.get(i);
            long after = other.time.getEpochSecond() - click.time.getEpochSecond();
            boolean tooSoon = after > 0 && after <= DOUBLE_CLICK || after == 0 && i > which;
            if (tooSoon && other.visitor.equals(click.visitor) && other.target.equals(click.target)) {
                return false;
            }
        }
        return true;
    }

    private static List<UniqueCell> unique(List<Hit> stay) {
        var sessions = new HashMap<Session, Boolean>();
        for (var hit : stay) {
            sessions.merge(
                    new Session(hit.visitor, hit.cell().hour(), hit.accessClass),
                    hit.kind != AccessKind.VIEW,
                    Boolean::logicalOr);
        }
        var unique = new HashMap<String, UniqueCell>();
        sessions.forEach((session, requested) -> unique.merge(
                session.hour + " " + session.accessClass,
                new UniqueCell(session.hour, session.accessClass, 1, requested ? 1 : 0),
                (one, other) -> new UniqueCell(
                        one.hour(),
                        one.accessClass(),
                        one.investigations() + other.investigations(),
                        one.requests() + other.requests())));
        return List.copyOf(unique.values());
    }

    /** Visitor by visitor: runs of answers of one URL, and the redirects that no answer can be paired with. */
    private static List<Hit> downloads(List<Hit> successful) {
        var visitors = new HashMap<String, List<Hit>>();
        successful.forEach(hit ->
                visitors.computeIfAbsent(hit.visitor, _ -> new ArrayList<>()).add(hit));
        var counted = new ArrayList<Hit>();
        for (var ofVisitor : visitors.values()) {
            ofVisitor.sort(Comparator.comparing(Hit::target).thenComparing(Hit::time));
            var answered = answered(ofVisitor.stream()
                    .filter(hit -> !REDIRECTS.contains(hit.status))
                    .toList());
            counted.addAll(answered);
            var pairs = new EnumMap<AccessKind, Integer>(AccessKind.class);
            answered.forEach(hit -> pairs.merge(hit.kind, 1, Integer::sum));
            ofVisitor.stream()
                    .filter(hit -> REDIRECTS.contains(hit.status))
                    .sorted(Comparator.comparing(Hit::time))
                    .filter(hit -> pairs.merge(hit.kind, -1, Integer::sum) < 0)
                    .forEach(counted::add);
        }
        return counted;
    }

    private static List<Hit> answered(List<Hit> sorted) {
        var counted = new ArrayList<Hit>();
        int from = 0;
        while (from < sorted.size()) {
            int to = from + 1;
            while (to < sorted.size() && isSoonAfter(sorted.get(to - 1), sorted.get(to))) {
                to++;
            }
            var run = sorted.subList(from, to);
            var whole = run.stream().filter(ExpectedCounts::isWhole).toList();
            counted.addAll(whole.isEmpty() ? run.subList(0, 1) : whole);
            from = to;
        }
        return counted;
    }

    private static boolean isSoonAfter(Hit before, Hit hit) {
        return before.target.equals(hit.target) && hit.time.getEpochSecond() - before.time.getEpochSecond() <= RESUMED;
    }

    private static void add(
            DatasetDay day, String profile, List<Hit> counted, List<UniqueCell> unique, List<UsageCounted> expected) {
        if (counted.isEmpty()) {
            return;
        }
        var cells = new TreeMap<String, UsageCell>();
        var visitors = new HashSet<String>();
        for (var hit : counted) {
            visitors.add(hit.visitor);
            cells.merge(
                    hit.cell().toString(),
                    hit.cell(),
                    (one, other) -> new UsageCell(
                            one.hour(), one.accessClass(), one.tool(), one.kind(), one.count() + other.count()));
        }
        expected.add(new UsageCounted(
                new DatasetId(day.dataset),
                day.day,
                profile,
                "-",
                List.copyOf(cells.values()),
                visitors.size(),
                unique,
                List.of(),
                List.of(),
                day.day.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
}
