package sightings.ingest.commands;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
    private final @Nullable Visits[] counterRdByDataset;
    private final @Nullable Downloads[] downloadsByDataset;
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
        counterRdByDataset = new Visits[datasets.size()];
        downloadsByDataset = new Downloads[datasets.size()];
    }

    /** By the id of the dataset; those without any are left out. */
    SortedMap<String, Visits> counterRdByDataset() {
        return byId(counterRdByDataset);
    }

    /** By the id of the dataset; those without any are left out. */
    SortedMap<String, Downloads> downloadsByDataset() {
        return byId(downloadsByDataset);
    }

    private <T> SortedMap<String, T> byId(@Nullable T[] sums) {
        var sorted = new TreeMap<String, T>();
        for (int dataset = 0; dataset < sums.length; dataset++) {
            var sum = sums[dataset];
            if (sum != null) {
                sorted.put(datasets.get(dataset).value(), sum);
            }
        }
        return sorted;
    }

    @Override
    public void counterRd(int dataset, int agent, VisitorDay day) {
        if (day.investigations() == 0) {
            return;
        }
        var who = agents.get(agent);
        counterRd.add(day);
        visits(dataset).add(day);
        // The Code reports access by programs apart from that by people, whoever they fetch for.
        (who.accessClass() == AccessClass.PERSON ? regular : machine).add(day);
        if (who.accessClass() != AccessClass.PERSON) {
            counterRdByTool.computeIfAbsent(who.tool(), _ -> new Visits()).add(day);
        }
    }

    @Override
    public void everyDownload(int dataset, int agent, SuccessfulDay day) {
        downloads.add(day);
        downloads(dataset).add(day);
        var who = agents.get(agent);
        if (who.accessClass() == AccessClass.TOOL || who.accessClass() == AccessClass.AI_AGENT) {
            downloadsByTool.computeIfAbsent(who.tool(), _ -> new Downloads()).add(day);
        }
    }

    private Visits visits(int dataset) {
        var known = counterRdByDataset[dataset];
        if (known == null) {
            known = new Visits();
            counterRdByDataset[dataset] = known;
        }
        return known;
    }

    private Downloads downloads(int dataset) {
        var known = downloadsByDataset[dataset];
        if (known == null) {
            known = new Downloads();
            downloadsByDataset[dataset] = known;
        }
        return known;
    }
}
