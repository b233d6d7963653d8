package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;

/**
 * The datasets of one portal that harvests do not show any more. Absence alone withdraws nothing, because harvests swing
 * widely (docs/decisions/0008): it only says whose page is to be asked. Pure; it never changes.
 */
final class Absences {

    /** The state must fit into one record: the rest waits until some of these are settled. */
    private static final int MAX_KEPT = 5_000;

    private final Map<DatasetId, Absence> absent;

    private Absences(Map<DatasetId, Absence> absent) {
        this.absent = absent;
    }

    /** What {@link #state} gave; what cannot be read in it counts anew. */
    static Absences of(Map<String, String> state) {
        var absent = new TreeMap<DatasetId, Absence>();
        state.forEach((id, text) -> {
            if (DatasetId.isValid(id)) {
                Absence.parse(text).ifPresent(absence -> absent.put(new DatasetId(id), absence));
            }
        });
        return new Absences(absent);
    }

    /**
     * After one more harvest.
     *
     * @param expected the datasets that are not gone yet
     * @param seen what the harvest showed
     */
    Absences after(Collection<DatasetId> expected, Set<DatasetId> seen, LocalDate today) {
        var now = new TreeMap<DatasetId, Absence>();
        for (DatasetId id : expected) {
            var before = absent.get(id);
            if (!seen.contains(id) && (before != null || now.size() < MAX_KEPT)) {
                now.put(id, before == null ? Absence.first(today) : before.oneMore());
            }
        }
        return new Absences(now);
    }

    /** After a harvest that was not whole: what it showed is there, what it lacked may be. */
    Absences without(Set<DatasetId> seen) {
        var left = new TreeMap<>(absent);
        left.keySet().removeAll(seen);
        return new Absences(left);
    }

    /** Whose pages are to be asked today, longest absent first. */
    List<DatasetId> doubtful(LocalDate today, int most) {
        return absent.entrySet().stream()
                .filter(entry -> entry.getValue().isDoubtful(today))
                .sorted(Comparator.comparing((Map.Entry<DatasetId, Absence> entry) ->
                        entry.getValue().since()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** After what this dataset's page answered. */
    Absences answered(DatasetId id, PageState page, LocalDate today) {
        var before = absent.get(id);
        if (before == null) {
            return this;
        }
        var now = new TreeMap<>(absent);
        now.put(id, before.answered(page, today));
        return new Absences(now);
    }

    /** Since when this dataset is gone; null where it is not, as far as is known. */
    @Nullable
    LocalDate goneSince(DatasetId id) {
        var absence = absent.get(id);
        return absence != null && absence.isGone() ? absence.since() : null;
    }

    /** Without those that are gone: the catalogue itself says so from now on. */
    Absences settled() {
        var left = new TreeMap<>(absent);
        left.values().removeIf(Absence::isGone);
        return new Absences(left);
    }

    /** As it is kept between rounds. */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        absent.forEach((id, absence) -> state.put(id.value(), absence.text()));
        return state;
    }
}
