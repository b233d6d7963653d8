package sightings.showcase.desk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.showcase.datasets.DatasetDocument;

/** Finds the datasets that nobody has asked for in a while. Pure. */
final class QuietDatasets {

    /** How many weeks without an access are quiet. */
    static final int WEEKS = 8;

    private QuietDatasets() {}

    /**
     * One of them.
     *
     * @param dataset the dataset
     * @param last the last day on which it was asked for; null where it never was
     */
    record Quiet(DatasetDocument dataset, @Nullable LocalDate last) {}

    /** Whether counting began too late to say which are quiet. */
    static boolean isTooEarly(LocalDate since, LocalDate today) {
        return since.isAfter(today.minusWeeks(WEEKS));
    }

    /** Those that the portal has and nobody asked for, longest quiet first, by title where it is as long. */
    static List<Quiet> of(Collection<DatasetDocument> datasets, Map<DatasetId, LocalDate> lastUsed, LocalDate today) {
        return datasets.stream()
                .filter(dataset -> dataset.goneSince() == null)
                .map(dataset -> new Quiet(dataset, lastUsed.get(dataset.id())))
                .filter(quiet -> quiet.last() == null || quiet.last().isBefore(today.minusWeeks(WEEKS)))
                .sorted(Comparator.comparing((Quiet quiet) -> quiet.last() == null ? LocalDate.MIN : quiet.last())
                        .thenComparing(quiet -> quiet.dataset().title())
                        .thenComparing(quiet -> quiet.dataset().id()))
                .toList();
    }
}
