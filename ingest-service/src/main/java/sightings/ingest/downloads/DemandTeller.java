package sightings.ingest.downloads;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import sightings.event.DemandSeen;
import sightings.evidence.SourceId;

/** Tells what enough visitors asked for in vain, as all files of a source show it together. */
final class DemandTeller {

    private final SourceId source;
    private final InstantSource clock;
    private final Map<String, Facts> told = new HashMap<>();

    private record Facts(int visitors, LocalDate first, LocalDate last) {}

    DemandTeller(SourceId source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Begins a round: what has a name in the checkpoints has been told. */
    void begin(Collection<FileState> states) {
        told.clear();
        states.forEach(state -> state.demands()
                .names()
                .keySet()
                .forEach(hash -> told.computeIfAbsent(hash, _ -> facts(union(states, hash)))));
    }

    /**
     * The events that are due now that the files tell this.
     *
     * @param file where the last visits stand; the names of what is told are kept there
     * @param asked what was asked for in these visits, by hash
     */
    List<DemandSeen> news(Collection<FileState> states, FileState file, SortedMap<String, Wanted> asked) {
        var news = new ArrayList<DemandSeen>();
        asked.forEach((hash, wanted) -> {
            var all = union(states, hash);
            if (all.isEnough()) {
                file.demands().name(hash, wanted);
                var facts = facts(all);
                if (!facts.equals(told.put(hash, facts))) {
                    news.add(new DemandSeen(
                            source,
                            wanted.kind(),
                            wanted.what(),
                            facts.visitors(),
                            facts.first(),
                            facts.last(),
                            clock.instant()));
                }
            }
        });
        return news;
    }

    private static VisitSample union(Collection<FileState> states, String hash) {
        var all = new VisitSample();
        states.forEach(state -> state.demands().visits(hash).ifPresent(all::addAll));
        return all;
    }

    private static Facts facts(VisitSample sample) {
        return new Facts(sample.visitorsAtLeast(), sample.first(), sample.last());
    }
}
