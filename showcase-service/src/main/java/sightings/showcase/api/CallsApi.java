package sightings.showcase.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import sightings.city.CitySettings;
import sightings.evidence.UseId;
import sightings.showcase.usage.CallQueries;
import sightings.showcase.usage.CallSeries;
import sightings.showcase.usage.Profile;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;

/** How much published uses call the datasets, for programs; as the public may know it. */
@RestController
class CallsApi {

    private static final List<String> HEAD =
            List.of("from", "to", "open", "calls", "exact", "fewer_than", "days", "datasets");

    private final UseQueries uses;
    private final CallQueries calls;
    private final Answers answers;
    private final CitySettings city;

    CallsApi(UseQueries uses, CallQueries calls, Answers answers, CitySettings city) {
        this.uses = uses;
        this.calls = calls;
        this.answers = answers;
        this.city = city;
    }

    @Operation(
            operationId = "getCallsOfStory",
            summary = "How much a published use called the datasets in each of the last 26 weeks",
            parameters = @Parameter(name = "format", in = ParameterIn.QUERY, description = "json or csv"))
    @ApiResponse(
            responseCode = "200",
            description = "its weeks; none where no calls are known from logs",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = CallsJson.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/api/v1/stories/{id}/calls")
    ResponseEntity<byte[]> callsOf(
            @PathVariable("id") String id, @Parameter(hidden = true) HttpServletRequest request) {
        var asked = new Asked(request, Set.of("format"));
        boolean csv = asked.wantsCsv();
        asked.check();
        var story = uses.story(new UseId(id))
                .orElseThrow(() -> new NotThere("No story with the id " + id + " is published."));
        var written = write(story, calls.calls(story.knownAs(), story.about().url()));
        return csv ? answers.text(request, Answers.CSV, csv(written), null) : answers.json(request, written, null);
    }

    @Hidden
    @GetMapping("/api/v1/stories/{id}/calls.csv")
    ResponseEntity<byte[]> callsOfAsCsv(@PathVariable("id") String id, HttpServletRequest request) {
        return callsOf(id, request);
    }

    private CallsJson write(UseDocument story, CallSeries series) {
        return new CallsJson(
                city.name(),
                city.sample(),
                story.id().value(),
                answers.absolute("/stories/" + story.id().value()),
                Profile.DOWNLOADS.rules(),
                answers.absolute("/method"),
                series.weeks().stream().map(CallsApi::week).toList());
    }

    private static CallWeekJson week(CallSeries.Week week) {
        return new CallWeekJson(
                week.monday(),
                week.sunday(),
                week.open(),
                CountJson.of(week.calls()),
                week.days() == 0 ? null : week.days(),
                week.datasets() == 0 ? null : week.datasets());
    }

    private static String csv(CallsJson calls) {
        return Csv.of(HEAD, calls.weeks().stream().map(CallsApi::row).toList());
    }

    private static List<@Nullable String> row(CallWeekJson week) {
        var row = new ArrayList<@Nullable String>();
        var calls = week.calls();
        row.add(week.from().toString());
        row.add(week.to().toString());
        row.add(Boolean.toString(week.open()));
        row.add(calls.fewerThan() == null ? Long.toString(calls.value()) : null);
        row.add(Boolean.toString(calls.exact()));
        row.add(text(calls.fewerThan()));
        row.add(text(week.days()));
        row.add(text(week.datasets()));
        return row;
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
