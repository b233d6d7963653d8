package sightings.ingest.downloads;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /**
     * Begins a round: what has a name in the checkpoints has been told.
     *
     * @param all what all files tell
     */
    void begin(Demands all) {
        told.clear();
        all.names().keySet().forEach(hash -> told.put(hash, facts(visits(all, hash))));
    }

    /**
     * The events that are due now that there are these visits.
     *
     * @param all what all files tell
     * @param file where the last visits stand; the names of what is told are kept there
     * @param asked what was asked for in these visits, by hash
     */
    List<DemandSeen> news(Demands all, FileState file, SortedMap<String, Wanted> asked) {
        var news = new ArrayList<DemandSeen>();
        asked.forEach((hash, wanted) -> {
            all.addAll(file.demands(), hash);
            var visits = visits(all, hash);
            if (visits.isEnough()) {
                file.demands().name(hash, wanted);
                all.name(hash, wanted);
                var facts = facts(visits);
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

    private static VisitSample visits(Demands all, String hash) {
        return all.visits(hash).orElseGet(VisitSample::new);
    }

    private static Facts facts(VisitSample sample) {
        return new Facts(sample.visitorsAtLeast(), sample.first(), sample.last());
    }
}
