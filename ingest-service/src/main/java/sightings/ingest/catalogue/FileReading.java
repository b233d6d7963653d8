package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import tools.jackson.databind.JsonNode;

/** What a file has shown so far: its datasets, each once, and what was wrong. */
final class FileReading {

    private static final int MAX_TOLD = 1_000;

    private final PortalHosts hosts;
    private final LocalDate today;
    private final Map<String, Entries> readers = new HashMap<>();
    private final Map<DatasetId, Dataset> datasets = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int untold;

    FileReading(PortalHosts hosts, LocalDate today) {
        this.hosts = hosts;
        this.today = today;
    }

    void take(DocumentPart part) {
        switch (part) {
            case DocumentPart.Entry(String where, JsonNode json) -> take(where, json);
            case DocumentPart.Unreadable(String where, String reason) -> tell(where + ": " + reason);
            case DocumentPart.Said _ -> {
                // Whose document it is has been found already.
            }
        }
    }

    /** The datasets of all pieces so far. */
    Catalogue catalogue() {
        return Catalogue.of(datasets.values());
    }

    /** What was wrong, with a word on what was left out, where there were this many entries. */
    List<String> wrong(int entries) {
        var all = new ArrayList<>(wrong);
        if (untold > 0) {
            all.add(untold + " more places that could not be read");
        }
        if (entries == 0 && all.isEmpty()) {
            all.add("the document has no datasets that a known kind of catalogue would have");
        }
        return all;
    }

    private void take(String where, JsonNode json) {
        switch (reader(json).read(json)) {
            case PortalEntry.Broken(String reason) -> tell(where + ": " + reason);
            case PortalEntry.Described(Dataset dataset) -> add(where, dataset);
        }
    }

    private void add(String where, Dataset dataset) {
        var before = datasets.get(dataset.id());
        if (before == null) {
            datasets.put(dataset.id(), dataset);
        } else if (before.portal().equals(dataset.portal())) {
            datasets.put(dataset.id(), References.merged(before, dataset));
        } else {
            tell(where + ": " + dataset.id() + " belongs to " + before.portal() + " already");
        }
    }

    /** Discovery answers for several sites at once; each entry then belongs to its own. */
    private Entries reader(JsonNode entry) {
        var domain = Facts.text(entry.path("metadata"), "domain");
        var portal = domain == null ? hosts.main() : domain.toLowerCase(Locale.ROOT);
        var of = hosts.isOurs(portal) ? hosts : new PortalHosts(portal, List.of());
        return readers.computeIfAbsent(of.main(), _ -> new Entries(of, today));
    }

    private void tell(String what) {
        if (wrong.size() < MAX_TOLD) {
            wrong.add(what);
        } else {
            untold++;
        }
    }
}
