package sightings.ingest.commands;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.ingest.downloads.AgentClassifier.Agent;
import sightings.ingest.usage.SuccessfulDay;
import sightings.ingest.usage.VisitCounter;
import sightings.ingest.usage.VisitorDay;

/** Adds up visitors' days, under each profile: in all, by dataset, by tool, and for people and machines apart. */
final class Counts implements VisitCounter.Totals {

    private final List<DatasetId> datasets;
    private final List<Agent> agents;
    final Visits counterRd = new Visits();
    final Downloads downloads = new Downloads();
    final SortedMap<String, Visits> counterRdByDataset = new TreeMap<>();
    final SortedMap<String, Downloads> downloadsByDataset = new TreeMap<>();
    final SortedMap<String, Visits> counterRdByTool = new TreeMap<>();
    final SortedMap<String, Downloads> downloadsByTool = new TreeMap<>();
    final Visits regular = new Visits();
    final Visits machine = new Visits();

    /** Sums under the COUNTER profile. */
    static final class Visits {
        long investigations;
        long requests;
        long uniqueInvestigations;
        long uniqueRequests;
        long doubleClicks;

        private void add(VisitorDay day) {
            investigations += day.investigations();
            requests += day.requests();
            uniqueInvestigations += day.uniqueInvestigations();
            uniqueRequests += day.uniqueRequests();
            doubleClicks += day.doubleClicks();
        }
    }

    /** Sums under the profile of every download. */
    static final class Downloads {
        final long[] ofKind = new long[AccessKind.values().length];

        private void add(SuccessfulDay day) {
            for (var kind : AccessKind.values()) {
                ofKind[kind.ordinal()] += day.count(kind);
            }
        }
    }

    Counts(List<DatasetId> datasets, List<Agent> agents) {
        this.datasets = List.copyOf(datasets);
        this.agents = List.copyOf(agents);
    }

    @Override
    public void counterRd(int dataset, int agent, VisitorDay day) {
        if (day.investigations() == 0) {
            return;
        }
        var who = agents.get(agent);
        counterRd.add(day);
        of(counterRdByDataset, dataset).add(day);
        // The Code reports access by programs apart from that by people, whoever they fetch for.
        (who.accessClass() == AccessClass.PERSON ? regular : machine).add(day);
        if (who.accessClass() != AccessClass.PERSON) {
            counterRdByTool.computeIfAbsent(who.tool(), _ -> new Visits()).add(day);
        }
    }

    @Override
    public void everyDownload(int dataset, int agent, SuccessfulDay day) {
        downloads.add(day);
        downloadsByDataset
                .computeIfAbsent(datasets.get(dataset).value(), _ -> new Downloads())
                .add(day);
        var who = agents.get(agent);
        if (who.accessClass() == AccessClass.TOOL || who.accessClass() == AccessClass.AI_AGENT) {
            downloadsByTool.computeIfAbsent(who.tool(), _ -> new Downloads()).add(day);
        }
    }

    private Visits of(SortedMap<String, Visits> all, int dataset) {
        return all.computeIfAbsent(datasets.get(dataset).value(), _ -> new Visits());
    }
}
