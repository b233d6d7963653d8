package sightings.ingest.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import sightings.ingest.web.OutgoingHttp;

/**
 * A catalogue read for the command line, from a file or from the web, whatever kind it is: the kind of each entry is found
 * from its fields. {@code entries = datasets + repeated + wrong}.
 *
 * @param catalogue its datasets
 * @param portals hosts of the portal, the main one first; empty where neither the document nor anybody else says them. Then
 *     addresses name a dataset only where the catalogue lists them.
 * @param wrong what could not be read, in words, with the line where lines are counted and else with the entry
 */
public record CatalogueFile(Catalogue catalogue, List<String> portals, List<String> wrong) {

    /** A document whose pieces fit into the memory of a command many times. */
    private static final long SMALL = 4L * 1024 * 1024;

    private static final long MAX_BYTES = 2L * 1024 * 1024 * 1024;

    public CatalogueFile {
        portals = List.copyOf(portals);
        wrong = List.copyOf(wrong);
    }

    /**
     * Reads a catalogue: an answer of Socrata's Discovery API or JSON lines of its results, a DCAT-US 1.1 or 3.0
     * {@code data.json} (CKAN, ArcGIS Hub and others have one), CKAN's {@code package_search}, Opendatasoft's catalogue, or
     * a list or JSON lines of objects with {@code id} and {@code title}.
     *
     * @param fileOrUrl a file, or an http(s) address of a document, of one of these APIs or of a portal, asked only where it
     *     is public. An API is read page by page; what a portal speaks is found by asking it.
     * @param portals hosts of the portal that nothing in the document need say, the main one first; may be empty
     * @param today the day on which its references count as first seen
     * @throws IOException where there is nothing to read at all, in words
     */
    public static CatalogueFile read(String fileOrUrl, List<String> portals, LocalDate today) throws IOException {
        if (!isAddress(fileOrUrl)) {
            return read(Path.of(fileOrUrl), portals, today);
        }
        try (OutgoingHttp http = CatalogueDownload.outgoing()) {
            return read(fileOrUrl, portals, today, http);
        }
    }

    static CatalogueFile read(String address, List<String> portals, LocalDate today, OutgoingHttp http)
            throws IOException {
        var copy = Files.createTempFile("sightings-catalogue-", ".json");
        try {
            var fetched = new CatalogueDownload(http, copy).fetch(address);
            var hosts = new ArrayList<>(portals);
            fetched.portal().ifPresent(hosts::add);
            var read = read(copy, hosts, today);
            var wrong = new ArrayList<>(read.wrong());
            fetched.remark().ifPresent(wrong::add);
            return new CatalogueFile(read.catalogue(), read.portals(), wrong);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static CatalogueFile read(Path file, List<String> portals, LocalDate today) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + (Files.exists(file) ? " is not a file" : " does not exist"));
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is larger than the " + MAX_BYTES + " bytes that a catalogue may have");
        }
        if (PackedFile.isPacked(file)) {
            var copy = PackedFile.unpacked(file, MAX_BYTES);
            try {
                return read(copy, portals, today);
            } finally {
                Files.deleteIfExists(copy);
            }
        }
        var document = CatalogueDocument.of(file);
        // Whose hosts they are is known only at the end. A large document is read twice, so that nothing but the
        // datasets is
        // ever in memory.
        var guess = new PortalGuess();
        var kept = new ArrayList<DocumentPart>();
        boolean small = Files.size(file) <= SMALL;
        int entries = document.read(part -> {
            guess.take(part);
            if (small) {
                kept.add(part);
            }
        });
        var hosts = new LinkedHashSet<String>();
        portals.forEach(portal -> hosts.add(host(portal)));
        guess.host().ifPresent(hosts::add);
        var all = new ArrayList<>(hosts);
        var reading = new FileReading(
                all.isEmpty() ? PortalHosts.UNKNOWN : new PortalHosts(all.getFirst(), all.subList(1, all.size())),
                today);
        if (small) {
            kept.forEach(reading::take);
        } else {
            document.read(reading::take);
        }
        return new CatalogueFile(reading.catalogue(), all, reading.wrong(entries));
    }

    /** People give the portal's address as well as its host. */
    private static String host(String portal) {
        return Catalogue.withoutScheme(portal.strip().toLowerCase(Locale.ROOT)).split("[/:]", 2)[0];
    }

    private static boolean isAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }
}
