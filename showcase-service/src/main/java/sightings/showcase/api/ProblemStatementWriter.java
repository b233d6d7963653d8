package sightings.showcase.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.dataset.DatasetId;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.entries.ProblemStatementDocument;

/** Writes published problem statements as the API shows them, with the datasets' titles and downloads joined. */
@Component
class ProblemStatementWriter {

    static final List<String> CSV_HEAD = List.of(
            "number",
            "status",
            "title",
            "challenge",
            "why",
            "vision",
            "topics",
            "difficulty",
            "datasets",
            "dataset_downloads",
            "place",
            "longitude",
            "latitude",
            "contact",
            "contact_url",
            "licence",
            "opens",
            "closes",
            "outcome",
            "note",
            "page",
            "updated",
            "id");

    private final DatasetQueries datasets;
    private final Answers answers;

    ProblemStatementWriter(DatasetQueries datasets, Answers answers) {
        this.datasets = datasets;
        this.answers = answers;
    }

    /** In the same order. Drafts are left out, wherever they came from. */
    List<ProblemStatementJson> write(Collection<ProblemStatementDocument> documents) {
        var shown = documents.stream()
                .filter(document -> document.status().isPublic())
                .toList();
        var known = datasets.byIds(shown.stream()
                .flatMap(document -> document.statement().datasets().stream())
                .distinct()
                .toList());
        return shown.stream().map(document -> statement(document, known)).toList();
    }

    /** As CSV, with texts in this language. */
    static String csv(List<ProblemStatementJson> statements, String language) {
        return Csv.of(
                CSV_HEAD,
                statements.stream().map(statement -> row(statement, language)).toList());
    }

    private ProblemStatementJson statement(ProblemStatementDocument document, Map<DatasetId, DatasetDocument> known) {
        var statement = document.statement();
        var outcome = document.outcome();
        return new ProblemStatementJson(
                document.id().value(),
                statement.number(),
                answers.absolute("/problem-statements/" + statement.number()),
                Asked.word(document.status()),
                statement.title().byLanguage(),
                statement.challenge().byLanguage(),
                statement.why().byLanguage(),
                statement.vision().byLanguage(),
                statement.topics(),
                Asked.word(statement.difficulty()),
                statement.datasets().stream()
                        .map(dataset -> DatasetJson.of(dataset, known, null))
                        .toList(),
                PlaceJson.of(statement.area()),
                statement.contact(),
                statement.contactUrl(),
                statement.licence(),
                statement.opensAt(),
                statement.closesAt(),
                outcome == null ? null : Asked.word(outcome),
                document.note(),
                document.publishedAt(),
                document.updatedAt());
    }

    private static List<@Nullable String> row(ProblemStatementJson statement, String language) {
        var place = statement.place();
        var cells = new ArrayList<@Nullable String>();
        cells.add(statement.number());
        cells.add(statement.status());
        cells.add(StoryWriter.text(statement.title(), language));
        cells.add(StoryWriter.text(statement.challenge(), language));
        cells.add(StoryWriter.text(statement.why(), language));
        cells.add(StoryWriter.text(statement.vision(), language));
        cells.add(String.join("; ", statement.topics()));
        cells.add(statement.difficulty());
        cells.add(StoryWriter.names(statement.datasets()));
        cells.add(StoryWriter.downloads(statement.datasets()));
        cells.add(place == null ? null : place.name());
        cells.add(place == null ? null : Double.toString(place.longitude()));
        cells.add(place == null ? null : Double.toString(place.latitude()));
        cells.add(statement.contact());
        cells.add(statement.contactUrl());
        cells.add(statement.licence());
        cells.add(Objects.toString(statement.opens(), null));
        cells.add(Objects.toString(statement.closes(), null));
        cells.add(statement.outcome());
        cells.add(statement.note());
        cells.add(statement.page());
        cells.add(statement.updated().toString());
        cells.add(statement.id());
        return cells;
    }
}
