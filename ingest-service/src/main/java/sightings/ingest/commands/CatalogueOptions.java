package sightings.ingest.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Option;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.CatalogueFile;

/** The catalogue that decides, as the commands name it. */
final class CatalogueOptions {

    @Option(
            names = "--catalogue",
            required = true,
            paramLabel = "FILE_OR_URL",
            description = "The catalogue that decides, of any kind that 'catalogue --help' tells.")
    String source = "";

    @Option(
            names = "--portal",
            paramLabel = "HOST",
            description = "Host that people link to, beside those that the catalogue names; may be repeated.")
    List<String> portals = List.of();

    /**
     * Reads it, and says on the way what was wrong with it; what is right counts.
     *
     * @throws IOException where there is nothing to read at all, or no dataset in it, in words
     */
    Catalogue read(PrintWriter err) throws IOException {
        var today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
        var read = CatalogueFile.read(source, portals, today);
        read.wrong().forEach(wrong -> err.println("catalogue: " + wrong));
        if (read.portals().isEmpty()) {
            err.println("catalogue: nothing in it names the portal's host; give it with --portal HOST");
        }
        if (read.catalogue().datasets().isEmpty()) {
            throw new IOException("catalogue: there is no dataset in " + source);
        }
        return read.catalogue();
    }
}
