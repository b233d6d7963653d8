package sightings.ingest.downloads;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** Those of them that have enough visits: they never have less again. */
    private final SortedSet<String> enough = new TreeSet<>();

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
                referrals.look(pair, seen);
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
        if (isNew) {
            look(pair, seen);
        }
        return isNew;
    }

    /**
     * Adds what another file tells. Of what has enough visits, it keeps none; of very many pairs, the half is forgotten from which
     * nobody came for the longest time.
     */
    void addAll(Referrals other) {
        other.visits.forEach((pair, seen) -> addAll(other, pair, seen));
        told.addAll(other.told);
        // They begin with their days.
        Recent.keep(visits, _ -> true, SortedSet::last);
    }

    /** Adds what another file tells of one site. */
    void addAll(Referrals other, String site) {
        other.visits.subMap(first(site), behindLast(site)).forEach((pair, seen) -> addAll(other, pair, seen));
        told.addAll(ofSite(other.told, site));
    }

    private void addAll(Referrals other, String pair, SortedSet<String> seen) {
        if (enough.contains(pair)) {
            return;
        }
        if (other.enough.contains(pair)) {
            enough.add(pair);
        } else {
            var all = visits.computeIfAbsent(pair, _ -> new TreeSet<>());
            all.addAll(seen);
            look(pair, all);
        }
        if (enough.contains(pair)) {
            visits.remove(pair);
        }
    }

    /** The datasets to which a site leads, as far as it counts for them. */
    SortedSet<DatasetId> established(String site) {
        var datasets = told(site);
        datasets.addAll(datasets(ofSite(enough, site)));
        return datasets;
    }

    /** The datasets for which a site was told to count. */
    SortedSet<DatasetId> told(String site) {
        return datasets(ofSite(told, site));
    }

    /** Remembers that this is told. */
    void tell(String site, SortedSet<DatasetId> datasets) {
        datasets.forEach(dataset -> told.add(pair(site, dataset)));
    }

    private static String pair(String site, DatasetId dataset) {
        return site + " " + dataset;
    }

    private static SortedSet<String> ofSite(SortedSet<String> pairs, String site) {
        return pairs.subSet(first(site), behindLast(site));
    }

    private static String first(String site) {
        return site + " ";
    }

    private static String behindLast(String site) {
        // '!' is the character behind the space of a pair.
        return site + "!";
    }

    private static SortedSet<DatasetId> datasets(SortedSet<String> pairs) {
        var datasets = new TreeSet<DatasetId>();
        pairs.forEach(pair -> datasets.add(new DatasetId(pair.substring(pair.indexOf(' ') + 1))));
        return datasets;
    }

    /** Whether there are enough visits now; else what is too old is forgotten. */
    private void look(String pair, SortedSet<String> seen) {
        if (seen.size() >= Threshold.VISITORS
                && Threshold.isReached(seen.stream().map(Referrals::day))) {
            enough.add(pair);
        } else if (seen.size() > KEPT_DAYS) {
            forgetOldDays(seen);
        }
    }

    private static String day(String visit) {
        return visit.substring(0, visit.indexOf('/'));
    }

    private static SortedSet<String> ofDay(SortedSet<String> seen, String day) {
        // '0' is the character behind '/'.
        return seen.subSet(day + "/", day + "0");
    }

    private static void forgetOldDays(SortedSet<String> seen) {
        long days = seen.stream().map(Referrals::day).distinct().count();
        for (; days > KEPT_DAYS; days--) {
            ofDay(seen, day(seen.first())).clear();
        }
    }
}
