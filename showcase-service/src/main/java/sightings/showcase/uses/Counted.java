package sightings.showcase.uses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.evidence.Grade;
import sightings.evidence.Subject;

/**
 * What finds come to, of one use or of several that are one thing. Pure.
 *
 * @param datasets which datasets are used, by id
 * @param grade the strongest grade; null where nothing holds
 * @param sources ids of the sources, sorted
 * @param score how much the use deserves a look
 */
record Counted(List<DatasetUse> datasets, @Nullable Grade grade, List<String> sources, Score score) {

    /** Counts these finds of this thing, with the datasets that staff name beside the sighted ones. */
    static Counted of(Subject about, List<Held> held, Collection<DatasetId> named) {
        var byDataset = new TreeMap<DatasetId, List<Held>>();
        held.forEach(one ->
                byDataset.computeIfAbsent(one.dataset(), _ -> new ArrayList<>()).add(one));
        named.forEach(dataset -> byDataset.computeIfAbsent(dataset, _ -> new ArrayList<>()));
        var grade = strongest(held);
        return new Counted(
                byDataset.entrySet().stream()
                        .map(dataset -> new DatasetUse(
                                dataset.getKey(),
                                strongest(dataset.getValue()),
                                dataset.getValue().size()))
                        .toList(),
                grade,
                held.stream()
                        .map(one -> one.source().value())
                        .distinct()
                        .sorted()
                        .toList(),
                Score.of(about, grade, held, byDataset.size()));
    }

    private static @Nullable Grade strongest(List<Held> held) {
        return held.stream().map(Held::grade).min(Comparator.naturalOrder()).orElse(null);
    }
}
