package sightings.showcase.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.dataset.DatasetId;
import sightings.event.ProblemStatement;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.entries.EntryStatus;
import sightings.showcase.entries.ProblemStatementDocument;
import sightings.showcase.web.Languages;
import sightings.showcase.web.Markdown;

/** Makes the short form and the page of problem statements. */
@Component
class ProblemPages {

    private final DatasetQueries datasets;
    private final Markdown markdown;
    private final Wording wording;
    private final Languages languages;

    ProblemPages(DatasetQueries datasets, Markdown markdown, Wording wording, Languages languages) {
        this.datasets = datasets;
        this.markdown = markdown;
        this.wording = wording;
        this.languages = languages;
    }

    ProblemCard card(ProblemStatementDocument document, Locale locale) {
        var statement = document.statement();
        var language = locale.getLanguage();
        return new ProblemCard(
                statement.number(),
                statement.title().in(language),
                statement.title().languageIn(language),
                statement.challenge().in(language),
                document.status() == EntryStatus.OPEN,
                wording.of(locale, "status", document.status()),
                wording.of(locale, "difficulty", statement.difficulty()),
                statement.topics(),
                statement.area() == null ? null : statement.area().name(),
                statement.datasets().size());
    }

    ProblemPage page(ProblemStatementDocument document, Locale locale) {
        var statement = document.statement();
        var language = locale.getLanguage();
        var card = card(document, locale);
        return new ProblemPage(
                card,
                markdown.html(statement.why().in(language)),
                statement.why().languageIn(language),
                markdown.html(statement.vision().in(language)),
                statement.vision().languageIn(language),
                others(statement, card.language()),
                starts(statement),
                statement.contact(),
                contactUrl(statement.contactUrl()),
                statement.licence(),
                statement.opensAt() == null ? null : wording.day(locale, statement.opensAt()),
                statement.closesAt() == null ? null : wording.day(locale, statement.closesAt()),
                wording.day(locale, document.updatedAt()),
                document.outcome() == null ? null : wording.of(locale, "outcome", document.outcome()),
                document.note());
    }

    private List<ProblemPage.Other> others(ProblemStatement statement, String shown) {
        return statement.title().byLanguage().keySet().stream()
                .filter(language -> !language.equals(shown))
                .map(language -> new ProblemPage.Other(
                        language,
                        languages.nameOf(language),
                        statement.title().in(language),
                        statement.challenge().in(language)))
                .toList();
    }

    private List<ProblemPage.Start> starts(ProblemStatement statement) {
        Map<DatasetId, DatasetDocument> known = datasets.byIds(statement.datasets());
        return statement.datasets().stream().map(id -> start(id, known.get(id))).toList();
    }

    private static ProblemPage.Start start(DatasetId id, @Nullable DatasetDocument dataset) {
        return dataset == null
                ? new ProblemPage.Start(id.value(), id.value(), false, List.of())
                : new ProblemPage.Start(
                        id.value(),
                        dataset.title(),
                        true,
                        dataset.downloads().stream()
                                .filter(download -> WebLink.safe(download.url()) != null)
                                .toList());
    }

    private static @Nullable String contactUrl(@Nullable String url) {
        return url != null && url.matches("mailto:[^\\s<>\"]+") ? url : WebLink.safe(url);
    }
}
