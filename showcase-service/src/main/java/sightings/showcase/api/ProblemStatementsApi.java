package sightings.showcase.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import sightings.city.CitySettings;
import sightings.event.ProblemStatement;
import sightings.showcase.entries.EntryStatus;
import sightings.showcase.entries.ProblemStatementFilter;
import sightings.showcase.entries.ProblemStatementQueries;

/** Problem statements for organisers of hackathons and data challenges, and their programs. Only what is published. */
@RestController
class ProblemStatementsApi {

    private static final Set<String> FILTERS =
            Set.of("q", "lang", "topic", "dataset", "difficulty", "status", "size", "cursor", "format");

    private final ProblemStatementQueries statements;
    private final ProblemStatementWriter writer;
    private final Answers answers;
    private final CitySettings city;

    ProblemStatementsApi(
            ProblemStatementQueries statements, ProblemStatementWriter writer, Answers answers, CitySettings city) {
        this.statements = statements;
        this.writer = writer;
        this.answers = answers;
        this.city = city;
    }

    @Operation(
            operationId = "listProblemStatements",
            summary = "Published problem statements, latest change first",
            parameters = {
                @Parameter(name = "q", in = ParameterIn.QUERY, description = "words to search for"),
                @Parameter(name = "lang", in = ParameterIn.QUERY, description = "language of the words, and of CSV"),
                @Parameter(name = "topic", in = ParameterIn.QUERY, description = "any of these topics"),
                @Parameter(name = "dataset", in = ParameterIn.QUERY, description = "any of these ids of datasets"),
                @Parameter(name = "difficulty", in = ParameterIn.QUERY, description = "starter, medium, hard"),
                @Parameter(name = "status", in = ParameterIn.QUERY, description = "open, closed; both by default"),
                @Parameter(name = "size", in = ParameterIn.QUERY, description = "how many on a page, at most 200"),
                @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "where the page begins"),
                @Parameter(name = "format", in = ParameterIn.QUERY, description = "json or csv")
            })
    @ApiResponse(
            responseCode = "200",
            description = "a page of problem statements; the header Link names the next one",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ProblemStatementList.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @GetMapping("/api/v1/problem-statements")
    ResponseEntity<byte[]> problemStatements(@Parameter(hidden = true) HttpServletRequest request) {
        var asked = new Asked(request, FILTERS);
        var filter = new ProblemStatementFilter(
                asked.text("q"),
                asked.language(),
                asked.values("topic"),
                asked.datasets("dataset"),
                asked.choices("difficulty", List.of(ProblemStatement.Difficulty.values())),
                asked.choices("status", List.of(EntryStatus.OPEN, EntryStatus.CLOSED)));
        boolean csv = asked.wantsCsv();
        int size = asked.size();
        var cursor = asked.cursor();
        asked.check();
        var slice = statements.publishedAfter(filter, cursor, size);
        var items = writer.write(slice.items());
        if (csv) {
            return answers.text(
                    request, Answers.CSV, ProblemStatementWriter.csv(items, filter.language()), slice.next());
        }
        var next = slice.next();
        return answers.json(
                request,
                new ProblemStatementList(
                        city.name(), city.sample(), items, next == null ? null : answers.linkTo(request, next)),
                next);
    }

    @Hidden
    @GetMapping("/api/v1/problem-statements.csv")
    ResponseEntity<byte[]> problemStatementsAsCsv(HttpServletRequest request) {
        return problemStatements(request);
    }

    @Operation(operationId = "getProblemStatement", summary = "One published problem statement")
    @ApiResponse(
            responseCode = "200",
            description = "the problem statement",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProblemStatementJson.class)))
    @GetMapping("/api/v1/problem-statements/{number}")
    ResponseEntity<byte[]> problemStatement(
            @Parameter(description = "its number, such as PS-2026-014, or its id") @PathVariable("number")
                    String number,
            @Parameter(hidden = true) HttpServletRequest request) {
        new Asked(request, Set.of()).check();
        return writer.write(statements.published(number).stream().toList()).stream()
                .findFirst()
                .map(statement -> answers.json(request, statement, null))
                .orElseThrow(() -> new NotThere("No problem statement " + number + " is published."));
    }
}
