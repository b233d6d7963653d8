package sightings.ingest.downloads;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sightings.event.VisitorId;

/**
 * How many visitors are behind something, on which days, as exactly as one needs to know: of all visits the
 * {@value #MOST} whose shortened pseudonyms are the smallest. Since pseudonyms are random that is a fair sample, and it
 * depends on the set of visits alone, not on their order or on the files in which they stand.
 */
final class VisitSample {

    static final int MOST = 50;

    private static final int SHORT = 8;
    private static final int[] STEPS = {50, 20, 10, 5};

    private final TreeSet<Visit> visits = new TreeSet<>();
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    private record Visit(LocalDate day, String visitor) implements Comparable<Visit> {

        private static final Comparator<Visit> ORDER =
                Comparator.comparing(Visit::visitor).thenComparing(Visit::day);

        @Override
        public int compareTo(Visit other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return day + "/" + visitor;
        }
    }

    /** As {@link #text} has it. */
    static VisitSample of(String text) {
        var sample = new VisitSample();
        var parts = text.split(",");
        sample.first = LocalDate.parse(parts[0]);
        sample.last = LocalDate.parse(parts[1]);
        for (int i = 2; i < parts.length; i++) {
            int slash = parts[i].indexOf('/');
            sample.visits.add(new Visit(LocalDate.parse(parts[i].substring(0, slash)), parts[i].substring(slash + 1)));
        }
        return sample;
    }

    /** What a checkpoint keeps of it. */
    String text() {
        return first + "," + last + "," + visits.stream().map(Visit::toString).collect(Collectors.joining(","));
    }

    /** Adds a visit and says whether that told anything new. */
    boolean add(LocalDate day, VisitorId visitor) {
        var name = visitor.value();
        return add(new Visit(day, name.substring(0, Math.min(SHORT, name.length())))) | stretch(day, day);
    }

    /** Adds what another one tells. */
    void addAll(VisitSample other) {
        other.visits.forEach(this::add);
        stretch(other.first, other.last);
    }

    /** Whether at least 5 visitors are behind it on 3 days, as {@link Threshold} says it. */
    boolean isEnough() {
        return Threshold.isReached(visits.stream().map(Visit::day));
    }

    /** How many visitors at least, rounded down to 5, 10, 20 or 50; 0 below 5. */
    int visitorsAtLeast() {
        for (int step : STEPS) {
            if (visits.size() >= step) {
                return step;
            }
        }
        return 0;
    }

    int size() {
        return visits.size();
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return last;
    }

    private boolean add(Visit visit) {
        if (visits.size() >= MOST && visit.compareTo(visits.last()) > 0 || !visits.add(visit)) {
            return false;
        }
        if (visits.size() > MOST) {
            visits.pollLast();
        }
        return true;
    }

    private boolean stretch(LocalDate from, LocalDate to) {
        boolean longer = from.isBefore(first) || to.isAfter(last);
        first = from.isBefore(first) ? from : first;
        last = to.isAfter(last) ? to : last;
        return longer;
    }
}
