package sightings.showcase.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import sightings.dataset.DatasetId;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.usage.DatasetRise;
import sightings.showcase.usage.DatasetUsage;
import sightings.showcase.usage.Profile;
import sightings.showcase.usage.UsageQueries;

/** How much the datasets are used, for programs; as the public may know it. */
@RestController
class UsageApi {

    private static final int MOST = 25;
    private static final int RISING = 10;

    private final UsageQueries usage;
    private final DatasetQueries datasets;
    private final UsageWriter writer;
    private final Answers answers;

    UsageApi(UsageQueries usage, DatasetQueries datasets, UsageWriter writer, Answers answers) {
        this.usage = usage;
        this.datasets = datasets;
        this.writer = writer;
        this.answers = answers;
    }

    @Operation(
            operationId = "listUsage",
            summary = "Datasets that are used most, and those that are used more than before",
            parameters = @Parameter(name = "format", in = ParameterIn.QUERY, description = "json or csv"))
    @ApiResponse(
            responseCode = "200",
            description = "at most 25 and 10 datasets",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = UsageList.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/api/v1/usage")
    ResponseEntity<byte[]> usage(@Parameter(hidden = true) HttpServletRequest request) {
        var asked = new Asked(request, Set.of("format"));
        boolean csv = asked.wantsCsv();
        asked.check();
        var most = usage.mostUsed(Profile.DOWNLOADS, MOST);
        var rising = usage.rising(RISING);
        var known = datasets.byIds(Stream.concat(
                        most.stream().map(DatasetUsage::dataset),
                        rising.stream().map(DatasetRise::dataset))
                .distinct()
                .toList());
        var list = writer.write(most, rising, known);
        return csv
                ? answers.text(request, Answers.CSV, UsageWriter.csv(list), null)
                : answers.json(request, list, null);
    }

    @Hidden
    @GetMapping("/api/v1/usage.csv")
    ResponseEntity<byte[]> usageAsCsv(HttpServletRequest request) {
        return usage(request);
    }

    @Operation(
            operationId = "getUsageOfDataset",
            summary = "How much a dataset was used in each of the last 26 weeks",
            parameters = {
                @Parameter(
                        name = "origin",
                        in = ParameterIn.QUERY,
                        description =
                                "logs, which is what is taken where nothing is said, or reported: the portal's own"),
                @Parameter(name = "format", in = ParameterIn.QUERY, description = "json or csv")
            })
    @ApiResponse(
            responseCode = "200",
            description = "its weeks, and the tools by name; 0 where nothing was counted",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = UsageJson.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/api/v1/datasets/{id}/usage")
    ResponseEntity<byte[]> usageOf(
            @PathVariable("id") String id, @Parameter(hidden = true) HttpServletRequest request) {
        var asked = new Asked(request, Set.of("origin", "format"));
        boolean csv = asked.wantsCsv();
        var profile =
                asked.oneOf("origin", "logs", "reported").equals("reported") ? Profile.REPORTED : Profile.DOWNLOADS;
        asked.check();
        var dataset =
                dataset(id).orElseThrow(() -> new NotThere("The catalogue has no dataset with the id " + id + "."));
        var series = writer.write(dataset, profile, usage.series(dataset.id(), profile));
        return csv
                ? answers.text(request, Answers.CSV, UsageWriter.csv(series), null)
                : answers.json(request, series, null);
    }

    @Hidden
    @GetMapping("/api/v1/datasets/{id}/usage.csv")
    ResponseEntity<byte[]> usageOfAsCsv(@PathVariable("id") String id, HttpServletRequest request) {
        return usageOf(id, request);
    }

    private Optional<DatasetDocument> dataset(String id) {
        return DatasetId.isValid(id) ? datasets.byId(new DatasetId(id)) : Optional.empty();
    }
}
