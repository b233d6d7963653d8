package sightings.ingest.downloads;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import sightings.dataset.DatasetId;
import sightings.event.VisitorId;

/**
 * From which sites visitors come to which datasets, as far as one or more files tell. A site counts once enough visitors are
 * behind it, as {@link Threshold} says it, so that no single person is seen. It keeps no more pseudonyms than are needed to
 * know that: {@value #KEPT_OF_A_DAY} of a day, since two days more must have one each, of the last {@value #KEPT_DAYS} days
 * with visits. Among so many days it depends on the set of visits alone, not on their order. What was told once stays.
 */
final class Referrals {

    private static final int KEPT_OF_A_DAY = 3;
    private static final int KEPT_DAYS = 30;
    private static final int MOST_PAIRS = 200;
    private static final int SHORT = 8;
    private static final String SITES = "from:";
    private static final String TOKENS = "token:";
    private static final String TOLD = "told-";

    /** Site and dataset, to day and shortened pseudonym. */
    private final SortedMap<String, SortedSet<String>> visits = new TreeMap<>();

    /** Those of them that have enough visits, as far as this was seen: they never have less again. */
    private final Set<String> enough = new HashSet<>();

    /** Sites and datasets that were told. */
    private final SortedSet<String> told = new TreeSet<>();

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
                var pair = name.substring(key.length());
                var seen = new TreeSet<>(List.of(value.split(",")));
                referrals.visits.put(pair, seen);
                referrals.isEnough(pair, seen);
            } else if (name.startsWith(TOLD + key)) {
                referrals.told.add(name.substring(TOLD.length() + key.length()));
            }
        });
        return referrals;
    }

    /** What a checkpoint keeps of it. */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        visits.forEach((pair, seen) -> state.put(key + pair, String.join(",", seen)));
        told.forEach(pair -> state.put(TOLD + key + pair, "1"));
        return state;
    }

    /** Adds a visit and says whether that told anything new. Sites beyond the 200th pair of a file are not followed. */
    boolean add(String site, DatasetId dataset, LocalDate day, VisitorId visitor) {
        var pair = pair(site, dataset);
        if (enough.contains(pair)) {
            return false;
        }
        var seen = visits.get(pair);
        if (seen == null) {
            if (visits.size() >= MOST_PAIRS) {
                return false;
            }
            seen = new TreeSet<>();
            visits.put(pair, seen);
        }
        if (ofDay(seen, day.toString()).size() >= KEPT_OF_A_DAY) {
            return false;
        }
        boolean isNew = seen.add(day + "/"
                + visitor.value().substring(0, Math.min(SHORT, visitor.value().length())));
        if (isNew && !isEnough(pair, seen)) {
            forgetOldDays(seen);
        }
        return isNew;
    }

    /** Adds what another file tells of a site. */
    void addAll(Referrals other, String site) {
        // '!' is the character behind the space of a pair.
        other.visits.subMap(site + " ", site + "!").forEach((pair, seen) -> {
            visits.computeIfAbsent(pair, _ -> new TreeSet<>()).addAll(seen);
            if (other.enough.contains(pair)) {
                enough.add(pair);
            }
        });
        told.addAll(other.told.subSet(site + " ", site + "!"));
    }

    /** The sites that count, with the datasets to which they lead. */
    SortedMap<String, SortedSet<DatasetId>> established() {
        return sites(Stream.concat(
                told.stream(),
                visits.entrySet().stream()
                        .filter(each -> isEnough(each.getKey(), each.getValue()))
                        .map(Map.Entry::getKey)));
    }

    /** The sites that were told to count. */
    SortedMap<String, SortedSet<DatasetId>> told() {
        return sites(told.stream());
    }

    /** Remembers that this is told. */
    void tell(String site, SortedSet<DatasetId> datasets) {
        datasets.forEach(dataset -> told.add(pair(site, dataset)));
    }

    private static String pair(String site, DatasetId dataset) {
        return site + " " + dataset;
    }

    private static SortedMap<String, SortedSet<DatasetId>> sites(Stream<String> pairs) {
        var sites = new TreeMap<String, SortedSet<DatasetId>>();
        pairs.forEach(pair -> {
            int space = pair.indexOf(' ');
            sites.computeIfAbsent(pair.substring(0, space), _ -> new TreeSet<>())
                    .add(new DatasetId(pair.substring(space + 1)));
        });
        return sites;
    }

    private boolean isEnough(String pair, SortedSet<String> seen) {
        boolean is = enough.contains(pair)
                || seen.size() >= Threshold.VISITORS
                        && Threshold.isReached(seen.stream().map(Referrals::day));
        if (is) {
            enough.add(pair);
        }
        return is;
    }

    private static String day(String visit) {
        return visit.substring(0, visit.indexOf('/'));
    }

    private static SortedSet<String> ofDay(SortedSet<String> seen, String day) {
        // '0' is the character behind '/'.
        return seen.subSet(day + "/", day + "0");
    }

    private static void forgetOldDays(SortedSet<String> seen) {
        if (seen.stream().map(Referrals::day).distinct().count() > KEPT_DAYS) {
            ofDay(seen, day(seen.first())).clear();
        }
    }
}
