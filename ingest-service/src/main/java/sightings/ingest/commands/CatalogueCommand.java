package sightings.ingest.commands;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sightings.dataset.Dataset;
import sightings.dataset.Reference;
import sightings.ingest.catalogue.CatalogueFile;
import tools.jackson.databind.json.JsonMapper;

/** Prints the datasets of a catalogue, and what was wrong with it. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description =
                "Prints the datasets of a catalogue on standard output, one JSON line each, and what was wrong with it on"
                        + " standard error.",
        footer = {
            "",
            "A catalogue is one of these; which one is found from its content:",
            "  an answer of Socrata's Discovery API (/api/catalog/v1), or JSON lines of its results",
            "  a DCAT-US 1.1 or 3.0 data.json, such as ArcGIS Hub, CKAN and JKAN have",
            "  an answer of CKAN's package_search or current_package_list_with_resources",
            "  Opendatasoft's catalogue (/api/explore/v2.1/catalog/datasets or its export)",
            "  a JSON list or JSON lines of {\"id\", \"title\", \"slug\"?, \"permalink\"?, \"resources\"?: [...]}",
            "",
            "An address on a private network is asked only where the environment's",
            "SIGHTINGS_OUTGOING_ALLOWED_HOSTS names its host.",
            "",
            "Exit code: 0 all was read; 1 something was wrong, the rest was read; 2 nothing could be read.",
            "A file may be packed with gzip."
        })
final class CatalogueCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NOTHING_READ = 2;

    @Parameters(paramLabel = "FILE_OR_URL", description = "The catalogue's file or http(s) address.")
    String source = "";

    @Option(
            names = "--portal",
            paramLabel = "HOST",
            description =
                    "Host that people link to, beside those that the catalogue names; the first one names the portal.")
    List<String> portals = List.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
        try {
            var read = CatalogueFile.read(source, portals, today);
            read.catalogue().datasets().forEach(dataset -> out.println(JSON.writeValueAsString(shown(dataset))));
            out.flush();
            read.wrong().forEach(err::println);
            if (read.portals().isEmpty()) {
                err.println("Nothing in it names the portal's host; give it with --portal HOST.");
            }
            int datasets = read.catalogue().datasets().size();
            err.println(datasets + (datasets == 1 ? " dataset of " : " datasets of ")
                    + (read.portals().isEmpty() ? "an unnamed portal" : String.join(", ", read.portals()))
                    + ", catalogue version " + read.catalogue().version() + ", "
                    + read.wrong().size() + " wrong");
            err.flush();
            return read.wrong().isEmpty() ? 0 : 1;
        } catch (IOException e) {
            err.println(e.getMessage());
            return NOTHING_READ;
        }
    }

    private static Map<String, Object> shown(Dataset dataset) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", dataset.id().value());
        line.put("title", dataset.title());
        line.put("portal", dataset.portal());
        line.put("landingPage", dataset.landingPage());
        var references = new TreeMap<Reference.Kind, TreeSet<String>>();
        for (Reference reference : dataset.references()) {
            references.computeIfAbsent(reference.kind(), _ -> new TreeSet<>()).add(reference.value());
        }
        var named = new LinkedHashMap<String, Object>();
        references.forEach((kind, values) -> named.put(kind.name().toLowerCase(Locale.ROOT), values));
        line.put("references", named);
        return line;
    }
}
