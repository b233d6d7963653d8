package sightings.ingest.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * When which known repository is looked at again. Pure. Each about once a week, on a day of its own, so that not all that
 * one sweep found is asked for on one day; one that seems to be gone the day after, and one that a look did not get through at once.
 */
final class Rechecks {

    private static final Duration CONFIRMED_AFTER = Duration.ofDays(1);
    private static final int SOONEST_DAYS = 4;
    private static final int SPREAD_DAYS = 7;

    private Rechecks() {}

    /** Whether what has been missing since then may be believed to be gone. */
    static boolean isConfirmed(Instant since, Instant now) {
        return !now.isBefore(since.plus(CONFIRMED_AFTER));
    }

    /**
     * The repositories to look at now, those that have waited longest first.
     *
     * @param parts all checkpoints, by part
     * @param most no more than these
     */
    static List<Long> due(Map<String, Map<String, String>> parts, Instant now, int most) {
        var due = new ArrayList<Map.Entry<Instant, Long>>();
        parts.forEach((part, state) -> {
            long id = KnownRepository.id(part);
            if (id > 0) {
                var known = KnownRepository.of(id, state);
                var at = dueAt(known);
                boolean any = !known.files().isEmpty() || !known.pending().isEmpty();
                if (any && !now.isBefore(at)) {
                    due.add(Map.entry(at, id));
                }
            }
        });
        return due.stream()
                .sorted(Map.Entry.<Instant, Long>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .limit(most)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The repositories of which more or fewer copies are known than were told. */
    static List<Long> copied(Map<String, Map<String, String>> parts, Copies copies) {
        return repositories(parts).stream()
                .filter(known -> known.files().values().stream().anyMatch(file -> file.copyOf() == null))
                .filter(known -> known.forkOf() == null && copies.of(known.id()) != known.copiesTold())
                .map(KnownRepository::id)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** The repositories with places that have been gone for so long that they are no longer kept. */
    static List<Long> forgotten(Map<String, Map<String, String>> parts, Instant now) {
        return repositories(parts).stream()
                .filter(known ->
                        known.gone().values().stream().anyMatch(since -> KnownRepository.isForgotten(since, now)))
                .map(KnownRepository::id)
                .toList();
    }

    private static List<KnownRepository> repositories(Map<String, Map<String, String>> parts) {
        return parts.entrySet().stream()
                .filter(part -> KnownRepository.id(part.getKey()) > 0)
                .map(part -> KnownRepository.of(KnownRepository.id(part.getKey()), part.getValue()))
                .toList();
    }

    private static Instant dueAt(KnownRepository known) {
        var missing = known.missingSince();
        if (missing != null) {
            return missing.plus(CONFIRMED_AFTER);
        }
        if (!known.pending().isEmpty()) {
            return Instant.EPOCH;
        }
        var checked = known.checkedAt();
        return checked == null ? Instant.EPOCH : checked.plus(Duration.ofDays(SOONEST_DAYS + known.id() % SPREAD_DAYS));
    }
}
