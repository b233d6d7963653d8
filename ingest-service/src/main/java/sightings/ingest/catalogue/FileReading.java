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
        // No switch: it links itself anew at each start of a command, which takes longer than to read a thousand
        // entries.
        if (part instanceof DocumentPart.Entry(String where, JsonNode json)) {
            take(where, json);
        } else if (part instanceof DocumentPart.Unreadable(String where, String reason)) {
            tell(where + ": " + reason);
        } else if (part instanceof DocumentPart.CutOff(String where, String reason)) {
            tell(where + ": " + reason);
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
        var entry = reader(json).read(json);
        if (entry instanceof PortalEntry.Described(Dataset dataset)) {
            add(where, dataset);
        } else if (entry instanceof PortalEntry.Broken(String reason)) {
            tell(where + ": " + reason);
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
