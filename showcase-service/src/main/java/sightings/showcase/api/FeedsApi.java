package sightings.showcase.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import sightings.city.CitySettings;
import sightings.showcase.entries.ProblemStatementFilter;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseQueries;

/** What can be followed with a feed reader: the last 50 changed stories and problem statements. */
@RestController
class FeedsApi {

    private static final int ITEMS = 50;

    private final UseQueries uses;
    private final ProblemStatementQueries statements;
    private final StoryWriter stories;
    private final ProblemStatementWriter problems;
    private final Answers answers;
    private final CitySettings city;

    FeedsApi(
            UseQueries uses,
            ProblemStatementQueries statements,
            StoryWriter stories,
            ProblemStatementWriter problems,
            Answers answers,
            CitySettings city) {
        this.uses = uses;
        this.statements = statements;
        this.stories = stories;
        this.problems = problems;
        this.answers = answers;
        this.city = city;
    }

    @GetMapping("/feeds/stories.atom")
    ResponseEntity<byte[]> storiesAsAtom(HttpServletRequest request) {
        return answers.text(request, Answers.ATOM, stories(request).atom(), null);
    }

    @GetMapping("/feeds/stories.json")
    ResponseEntity<byte[]> storiesAsJson(HttpServletRequest request) {
        return answers.text(request, Answers.JSON_FEED, stories(request).json(), null);
    }

    @GetMapping("/feeds/problem-statements.atom")
    ResponseEntity<byte[]> problemStatementsAsAtom(HttpServletRequest request) {
        return answers.text(request, Answers.ATOM, problemStatements(request).atom(), null);
    }

    @GetMapping("/feeds/problem-statements.json")
    ResponseEntity<byte[]> problemStatementsAsJson(HttpServletRequest request) {
        return answers.text(
                request, Answers.JSON_FEED, problemStatements(request).json(), null);
    }

    private Feed stories(HttpServletRequest request) {
        var language = language(request);
        var items = stories
                .write(uses.storiesAfter(StoryFilter.all(language), null, ITEMS).items())
                .stream()
                .map(story -> new Feed.Item(
                        story.page(),
                        StoryWriter.text(story.title(), language),
                        StoryWriter.text(story.summary(), language),
                        story.topics(),
                        Objects.requireNonNullElse(story.published(), Instant.EPOCH),
                        Objects.requireNonNullElse(story.updated(), Instant.EPOCH)))
                .toList();
        return new Feed(
                answers.absolute(request.getRequestURI()),
                answers.absolute("/stories"),
                city.name() + ": what people build with open data",
                city.name(),
                language,
                items);
    }

    private Feed problemStatements(HttpServletRequest request) {
        var language = language(request);
        var items =
                problems
                        .write(statements
                                .publishedAfter(ProblemStatementFilter.all(language), null, ITEMS)
                                .items())
                        .stream()
                        .map(statement -> new Feed.Item(
                                statement.page(),
                                statement.number() + ": " + StoryWriter.text(statement.title(), language),
                                StoryWriter.text(statement.challenge(), language),
                                statement.topics(),
                                Objects.requireNonNullElse(statement.published(), statement.updated()),
                                statement.updated()))
                        .toList();
        return new Feed(
                answers.absolute(request.getRequestURI()),
                answers.absolute("/problem-statements"),
                city.name() + ": problem statements",
                city.name(),
                language,
                items);
    }

    private static String language(HttpServletRequest request) {
        var asked = new Asked(request, Set.of("lang"));
        var language = asked.language();
        asked.check();
        return language;
    }
}
