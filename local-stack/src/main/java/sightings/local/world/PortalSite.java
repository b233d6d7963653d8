package sightings.local.world;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The portal's catalogue, as Socrata's Discovery API and as DCAT-US 1.1. */
final class PortalSite implements Site {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> FORMATS = List.of("csv", "json", "xml");

    private final List<CityDataset> datasets;
    private final History history;

    PortalSite(SampleCity city, History history) {
        this.datasets = city.datasets().values().stream()
                .sorted(Comparator.comparingLong(CityDataset::views).reversed().thenComparing(CityDataset::id))
                .toList();
        this.history = history;
    }

    @Override
    public Answer answer(Request request) {
        return switch (request.path()) {
            case "/portal/api/catalog/v1" -> Answer.ok(Answer.JSON, discovery(request));
            case "/portal/data.json" -> Answer.ok(Answer.JSON, dcat()).unlessKnown(request, history.firstStart());
            default -> Answer.notFound();
        };
    }

    private String discovery(Request request) {
        int limit = request.number("limit", 100, 0, 10_000);
        int offset = request.number("offset", 0, 0, 10_000);
        var found = datasets.stream().filter(asked(request)).toList();
        var root = JSON.createObjectNode();
        var results = root.putArray("results");
        found.stream().skip(offset).limit(limit).forEach(dataset -> result(results.addObject(), dataset));
        root.put("resultSetSize", found.size());
        root.putObject("timings")
                .put("serviceMillis", 1)
                .putArray("searchMillis")
                .add(1);
        return root.toString();
    }

    private static Predicate<CityDataset> asked(Request request) {
        var domains = request.query("domains", SampleCity.HOST);
        var ids = List.of(request.query("ids", "").split(","));
        var words = request.query("q", "").toLowerCase(Locale.ROOT);
        return dataset -> domains.contains(SampleCity.HOST)
                && (!request.query().containsKey("ids") || ids.contains(dataset.id()))
                && dataset.name().toLowerCase(Locale.ROOT).contains(words);
    }

    private static void result(ObjectNode result, CityDataset dataset) {
        var resource = result.putObject("resource")
                .put("name", dataset.name())
                .put("id", dataset.id())
                .put("description", dataset.description())
                .put("attribution", dataset.owner())
                .put("type", dataset.type())
                .put("updatedAt", dataset.updatedAt())
                .put("data_updated_at", dataset.updatedAt())
                .put("createdAt", created(dataset))
                .put("provenance", "official")
                .put("download_count", 0);
        resource.putArray("parent_fxf");
        texts(resource.putArray("columns_name"), dataset.columnList());
        var classification = result.putObject("classification").put("domain_category", dataset.category());
        texts(classification.putArray("domain_tags"), dataset.tagList());
        var metadata = classification.putArray("domain_metadata");
        fact(metadata, "Metadata_Data-Owner", dataset.owner());
        if (dataset.frequency() != null) {
            fact(metadata, "Metadata_Frequency", dataset.frequency());
        }
        result.putObject("metadata").put("domain", SampleCity.HOST).put("license", dataset.licence());
        result.put("permalink", permalink(dataset)).put("link", dataset.link());
    }

    private static void fact(ArrayNode facts, String key, String value) {
        facts.addObject().put("key", key).put("value", value);
    }

    private String dcat() {
        var root = JSON.createObjectNode()
                .put("@context", "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld")
                .put("@type", "dcat:Catalog")
                .put("conformsTo", "https://project-open-data.cio.gov/v1.1/schema")
                .put("describedBy", "https://project-open-data.cio.gov/v1.1/schema/catalog.json");
        var list = root.putArray("dataset");
        datasets.forEach(dataset -> entry(list.addObject(), dataset));
        return root.toString();
    }

    private static void entry(ObjectNode entry, CityDataset dataset) {
        entry.put("@type", "dcat:Dataset")
                .put("identifier", "https://" + SampleCity.HOST + "/api/views/" + dataset.id())
                .put("title", dataset.name())
                .put("description", dataset.description())
                .put("landingPage", permalink(dataset))
                .put("issued", created(dataset).substring(0, 10))
                .put("modified", dataset.updatedAt().substring(0, 10))
                .put("accessLevel", "public");
        if ("Public Domain".equals(dataset.licence())) {
            entry.put("license", "https://creativecommons.org/publicdomain/mark/1.0/");
        }
        entry.putObject("publisher").put("@type", "org:Organization").put("name", dataset.owner());
        entry.putObject("contactPoint").put("@type", "vcard:Contact").put("fn", dataset.owner());
        texts(entry.putArray("keyword"), dataset.tagList());
        if (dataset.category() != null) {
            entry.putArray("theme").add(dataset.category());
        }
        var distributions = entry.putArray("distribution");
        for (var format : FORMATS) {
            distributions
                    .addObject()
                    .put("@type", "dcat:Distribution")
                    .put("format", format)
                    .put("mediaType", format.equals("csv") ? "text/csv" : "application/" + format)
                    .put(
                            "downloadURL",
                            "https://%s/api/views/%s/rows.%s?accessType=DOWNLOAD"
                                    .formatted(SampleCity.HOST, dataset.id(), format));
        }
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static String created(CityDataset dataset) {
        return (dataset.createdAt() == null ? "2011-09-30" : dataset.createdAt()) + "T00:00:00.000Z";
    }

    private static String permalink(CityDataset dataset) {
        return "https://" + SampleCity.HOST + "/d/" + dataset.id();
    }
}
