package sightings.showcase.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import sightings.city.CitySettings;
import sightings.dataset.DatasetId;
import sightings.event.UseType;
import sightings.evidence.UseId;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.index.DocumentJson;
import sightings.showcase.index.Versioned;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;

/** Stories for programs. Only what is published. */
@RestController
class StoriesApi {

    private static final Set<String> FILTERS =
            Set.of("q", "lang", "type", "topic", "dataset", "area", "size", "cursor", "format");

    private final UseQueries uses;
    private final DatasetQueries datasets;
    private final StoryWriter writer;
    private final Answers answers;
    private final CitySettings city;

    StoriesApi(UseQueries uses, DatasetQueries datasets, StoryWriter writer, Answers answers, CitySettings city) {
        this.uses = uses;
        this.datasets = datasets;
        this.writer = writer;
        this.answers = answers;
        this.city = city;
    }

    @Operation(
            operationId = "listStories",
            summary = "Published stories, latest change first",
            parameters = {
                @Parameter(name = "q", in = ParameterIn.QUERY, description = "words to search for"),
                @Parameter(name = "lang", in = ParameterIn.QUERY, description = "language of the words, and of CSV"),
                @Parameter(name = "type", in = ParameterIn.QUERY, description = "any of these, such as application"),
                @Parameter(name = "topic", in = ParameterIn.QUERY, description = "any of these topics"),
                @Parameter(name = "dataset", in = ParameterIn.QUERY, description = "any of these ids of datasets"),
                @Parameter(name = "area", in = ParameterIn.QUERY, description = "any of these places"),
                @Parameter(name = "size", in = ParameterIn.QUERY, description = "how many on a page, at most 200"),
                @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "where the page begins"),
                @Parameter(name = "format", in = ParameterIn.QUERY, description = "json or csv")
            })
    @ApiResponse(
            responseCode = "200",
            description = "a page of stories; the header Link names the next one",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = StoryList.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/api/v1/stories")
    ResponseEntity<byte[]> stories(@Parameter(hidden = true) HttpServletRequest request) {
        var asked = new Asked(request, FILTERS);
        return list(request, asked, filter(asked, asked.datasets("dataset")));
    }

    @Hidden
    @GetMapping("/api/v1/stories.csv")
    ResponseEntity<byte[]> storiesAsCsv(HttpServletRequest request) {
        return stories(request);
    }

    @Operation(operationId = "mapStories", summary = "Published stories that have a place, as GeoJSON")
    @ApiResponse(
            responseCode = "200",
            description = "a feature collection",
            content = @Content(mediaType = "application/geo+json", schema = @Schema(type = "object")))
    @GetMapping("/api/v1/stories.geojson")
    ResponseEntity<byte[]> storiesOnTheMap(@Parameter(hidden = true) HttpServletRequest request) {
        var asked = new Asked(request, FILTERS);
        var filter = filter(asked, asked.datasets("dataset"));
        asked.check();
        var features = writer.write(uses.storiesWithPlace(filter)).stream()
                .map(StoriesApi::feature)
                .toList();
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        return answers.text(request, Answers.GEOJSON, DocumentJson.MAPPER.writeValueAsString(collection), null);
    }

    @Operation(operationId = "getStory", summary = "One published story")
    @ApiResponse(
            responseCode = "200",
            description = "the story",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StoryJson.class)))
    @ApiResponse(
            responseCode = "308",
            description =
                    "the use is told by another story now, at the address in Location; not to be kept, since a split"
                            + " may bring it back",
            content = @Content)
    @GetMapping("/api/v1/stories/{id}")
    ResponseEntity<byte[]> story(@PathVariable("id") String id, @Parameter(hidden = true) HttpServletRequest request) {
        new Asked(request, Set.of()).check();
        return writer.write(uses.story(new UseId(id)).stream().toList()).stream()
                .findFirst()
                .map(story -> answers.json(request, story, null))
                .or(() -> movedTo(new UseId(id)))
                .orElseThrow(() -> new NotThere("No story with the id " + id + " is published."));
    }

    /** What was public and is told by another story now is found there. */
    private Optional<ResponseEntity<byte[]>> movedTo(UseId id) {
        return uses.byId(id)
                .map(Versioned::document)
                .filter(once -> once.story() != null)
                .map(UseDocument::into)
                .flatMap(uses::story)
                .map(told -> ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                        .location(URI.create("/api/v1/stories/" + told.id().value()))
                        // It can be taken back.
                        .cacheControl(CacheControl.noCache())
                        .build());
    }

    @Operation(
            operationId = "listUsesOfDataset",
            summary = "Published stories that use a dataset, latest change first",
            parameters = {
                @Parameter(name = "lang", in = ParameterIn.QUERY, description = "language of CSV"),
                @Parameter(name = "size", in = ParameterIn.QUERY, description = "how many on a page, at most 200"),
                @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "where the page begins"),
                @Parameter(name = "format", in = ParameterIn.QUERY, description = "json or csv")
            })
    @ApiResponse(
            responseCode = "200",
            description = "a page of stories; the header Link names the next one",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = StoryList.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/api/v1/datasets/{id}/uses")
    ResponseEntity<byte[]> usesOf(@PathVariable("id") String id, @Parameter(hidden = true) HttpServletRequest request) {
        var asked = new Asked(request, Set.of("lang", "size", "cursor", "format"));
        if (!DatasetId.isValid(id) || datasets.byId(new DatasetId(id)).isEmpty()) {
            throw new NotThere("The catalogue has no dataset with the id " + id + ".");
        }
        return list(request, asked, StoryFilter.using(new DatasetId(id), asked.language()));
    }

    @Hidden
    @GetMapping("/api/v1/datasets/{id}/uses.csv")
    ResponseEntity<byte[]> usesOfAsCsv(@PathVariable("id") String id, HttpServletRequest request) {
        return usesOf(id, request);
    }

    private ResponseEntity<byte[]> list(HttpServletRequest request, Asked asked, StoryFilter filter) {
        boolean csv = asked.wantsCsv();
        int size = asked.size();
        var cursor = asked.cursor();
        asked.check();
        var slice = uses.storiesAfter(filter, cursor, size);
        var stories = writer.write(slice.items());
        if (csv) {
            return answers.text(request, Answers.CSV, StoryWriter.csv(stories, filter.language()), slice.next());
        }
        var next = slice.next();
        return answers.json(
                request,
                new StoryList(city.name(), city.sample(), stories, next == null ? null : answers.linkTo(request, next)),
                next);
    }

    private static StoryFilter filter(Asked asked, List<DatasetId> datasets) {
        return new StoryFilter(
                asked.text("q"),
                asked.language(),
                asked.choices("type", List.of(UseType.values())),
                asked.values("topic"),
                datasets,
                asked.values("area"));
    }

    private static Map<String, Object> feature(StoryJson story) {
        var place = story.place();
        var feature = new LinkedHashMap<String, Object>();
        feature.put("type", "Feature");
        feature.put("id", story.id());
        if (place != null) {
            var point = new LinkedHashMap<String, Object>();
            point.put("type", "Point");
            point.put("coordinates", List.of(place.longitude(), place.latitude()));
            feature.put("geometry", point);
        }
        feature.put("properties", story);
        return feature;
    }
}
