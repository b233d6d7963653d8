package sightings.ingest.catalogue;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Reads entries of every {@link EntryKind}, each by its own reader. */
final class Entries implements EntryReader {

    private final EntryReader socrata;
    private final EntryReader dcat;
    private final EntryReader ckan;
    private final EntryReader opendatasoft;
    private final EntryReader plain;

    /**
     * @param hosts of the portal
     * @param today the day on which references count as first seen
     */
    Entries(PortalHosts hosts, LocalDate today) {
        socrata = new SocrataEntries(hosts, today);
        dcat = new DcatEntries(hosts, today);
        ckan = new CkanEntries(hosts, today);
        opendatasoft = new OpendatasoftEntries(hosts, today);
        plain = new PlainEntries(hosts, today);
    }

    @Override
    public PortalEntry read(JsonNode entry) {
        var kind = EntryKind.of(entry);
        if (kind.isEmpty()) {
            return new PortalEntry.Broken(entry.isObject() ? "no entry of a catalogue: it has no id" : "not an object");
        }
        return switch (kind.get()) {
            case SOCRATA -> socrata.read(entry);
            case DCAT_US -> dcat.read(entry);
            case CKAN -> ckan.read(entry);
            case OPENDATASOFT -> opendatasoft.read(entry);
            case PLAIN -> plain.read(entry);
        };
    }
}
