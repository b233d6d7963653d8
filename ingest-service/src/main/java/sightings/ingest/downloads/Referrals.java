package sightings.ingest.downloads;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sightings.dataset.DatasetId;
import sightings.event.VisitorId;

/**
 * From which sites visitors come to which datasets, as far as one or more files tell. A site counts once at least
 * {@value #VISITORS} visitors on at least {@value #DAYS} days are behind it, so that no single person is seen. It keeps no
 * more pseudonyms than are needed to know that, and depends on the set of visits alone, not on their order.
 */
final class Referrals {

    static final int VISITORS = 5;
    static final int DAYS = 3;

    private static final int KEPT_OF_A_DAY = 3;
    private static final int MOST_PAIRS = 200;
    private static final int SHORT = 8;
    private static final String SITES = "from:";
    private static final String TOKENS = "token:";

    /** Site and dataset, to day and shortened pseudonym. */
    private final SortedMap<String, SortedSet<String>> visits = new TreeMap<>();

    private final String key;

    private Referrals(String key) {
        this.key = key;
    }

    /** None from sites. */
    static Referrals bySite() {
        return new Referrals(SITES);
    }

    /** None by applications, which stand where sites else do, by what stands for their keys. */
    static Referrals byToken() {
        return new Referrals(TOKENS);
    }

    /** With what a checkpoint has of them. */
    Referrals with(Map<String, String> state) {
        var referrals = new Referrals(key);
        state.forEach((name, value) -> {
            if (name.startsWith(key)) {
                referrals.visits.put(name.substring(key.length()), new TreeSet<>(java.util.List.of(value.split(","))));
            }
        });
        return referrals;
    }

    /** What a checkpoint keeps of it. */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        visits.forEach((pair, seen) -> state.put(key + pair, String.join(",", seen)));
        return state;
    }

    /** Adds a visit and says whether that told anything new. Sites beyond the 200th pair of a file are not followed. */
    boolean add(String site, DatasetId dataset, LocalDate day, VisitorId visitor) {
        var pair = site + " " + dataset;
        var seen = visits.get(pair);
        if (seen == null) {
            if (visits.size() >= MOST_PAIRS) {
                return false;
            }
            seen = new TreeSet<>();
            visits.put(pair, seen);
        }
        if (isEstablished(seen) || ofDay(seen, day).size() >= KEPT_OF_A_DAY) {
            return false;
        }
        return seen.add(day + "/"
                + visitor.value().substring(0, Math.min(SHORT, visitor.value().length())));
    }

    /** Adds what another file tells. */
    void addAll(Referrals other) {
        other.visits.forEach((pair, seen) ->
                visits.computeIfAbsent(pair, _ -> new TreeSet<>()).addAll(seen));
    }

    /** The sites that count, with the datasets to which they lead. */
    SortedMap<String, SortedSet<DatasetId>> established() {
        var sites = new TreeMap<String, SortedSet<DatasetId>>();
        visits.forEach((pair, seen) -> {
            if (isEstablished(seen)) {
                int space = pair.indexOf(' ');
                sites.computeIfAbsent(pair.substring(0, space), _ -> new TreeSet<>())
                        .add(new DatasetId(pair.substring(space + 1)));
            }
        });
        return sites;
    }

    private static boolean isEstablished(SortedSet<String> seen) {
        return seen.size() >= VISITORS
                && seen.stream()
                                .map(visit -> visit.substring(0, visit.indexOf('/')))
                                .distinct()
                                .count()
                        >= DAYS;
    }

    private static SortedSet<String> ofDay(SortedSet<String> seen, LocalDate day) {
        // '0' is the character behind '/'.
        return seen.subSet(day + "/", day + "0");
    }
}
