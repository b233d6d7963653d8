package sightings.ingest.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.CatalogueFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON array of {@code {id, slug, resource, title}}, the benchmark's catalogue, or else what {@link CatalogueFile} reads. */
final class BenchCatalogue {

    private BenchCatalogue() {}

    static CatalogueFile read(String file, List<String> portals, LocalDate today) throws IOException {
        var path = Path.of(file);
        try {
            var tree = JsonMapper.shared().readTree(path.toFile());
            if (tree.isArray()) {
                return ofArray(tree, portals, today);
            }
        } catch (JacksonException e) {
            // Then it is none of ours.
        }
        return CatalogueFile.read(path, portals, today);
    }

    private static CatalogueFile ofArray(JsonNode array, List<String> portals, LocalDate today) {
        var datasets = new ArrayList<Dataset>();
        var wrong = new ArrayList<String>();
        for (var entry : array) {
            var id = entry.path("id").asString("");
            if (id.isEmpty()) {
                wrong.add("entry without id");
                continue;
            }
            var references = new ArrayList<Reference>();
            portals.forEach(host -> references.add(new Reference(Reference.Kind.HOST, host, today)));
            references.add(new Reference(Reference.Kind.ID, id, today));
            add(references, Reference.Kind.SLUG, entry.path("slug").asString(""), today);
            add(references, Reference.Kind.RESOURCE, entry.path("resource").asString(""), today);
            datasets.add(new Dataset(
                    new DatasetId(id),
                    portals.getFirst(),
                    entry.path("title").asString(id),
                    null,
                    "https://" + portals.getFirst() + "/d/" + id,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    List.of(),
                    references));
        }
        return new CatalogueFile(Catalogue.of(datasets), wrong);
    }

    private static void add(List<Reference> references, Reference.Kind kind, String value, LocalDate today) {
        if (!value.isEmpty()) {
            references.add(new Reference(kind, value, today));
        }
    }
}
