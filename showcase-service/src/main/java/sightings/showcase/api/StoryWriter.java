package sightings.showcase.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.dataset.DatasetId;
import sightings.event.Story;
import sightings.evidence.Grade;
import sightings.evidence.Maker;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.uses.DatasetUse;
import sightings.showcase.uses.UseDocument;

/** Writes published uses as the API shows them, with the datasets' titles joined. */
@Component
class StoryWriter {

    static final List<String> CSV_HEAD = List.of(
            "id",
            "title",
            "summary",
            "type",
            "url",
            "homepage",
            "made_by",
            "licence",
            "topics",
            "place",
            "longitude",
            "latitude",
            "datasets",
            "dataset_downloads",
            "page",
            "contact",
            "published",
            "updated");

    private final DatasetQueries datasets;
    private final Answers answers;
    private final CitySettings city;

    StoryWriter(DatasetQueries datasets, Answers answers, CitySettings city) {
        this.datasets = datasets;
        this.answers = answers;
        this.city = city;
    }

    /** In the same order. Whatever is not public is left out, wherever it came from. */
    List<StoryJson> write(Collection<UseDocument> uses) {
        var shown = uses.stream().filter(UseDocument::isPublic).toList();
        var known = datasets.byIds(shown.stream()
                .flatMap(use -> use.datasetIds().stream())
                .distinct()
                .toList());
        var stories = new ArrayList<StoryJson>();
        for (var use : shown) {
            var story = use.story();
            if (story != null) {
                stories.add(story(use, story, known));
            }
        }
        return stories;
    }

    /** As CSV, with texts in this language. */
    static String csv(List<StoryJson> stories, String language) {
        return Csv.of(
                CSV_HEAD, stories.stream().map(story -> row(story, language)).toList());
    }

    private StoryJson story(UseDocument use, Story story, Map<DatasetId, DatasetDocument> known) {
        var about = use.about();
        var maker = about.maker();
        return new StoryJson(
                use.id().value(),
                answers.absolute("/stories/" + use.id()),
                story.title().byLanguage(),
                story.summary().byLanguage(),
                story.body().byLanguage(),
                Asked.word(story.type()),
                about.url(),
                about.homepage(),
                maker != null && maker.kind() == Maker.Kind.ORGANISATION ? maker.name() : null,
                about.licence(),
                about.topics(),
                PlaceJson.of(story.area()),
                use.datasets().stream()
                        .map(dataset -> DatasetJson.of(dataset.id(), known, words(dataset)))
                        .toList(),
                city.contact().report(),
                use.publishedAt(),
                use.updatedAt());
    }

    /** What the public reads instead of a grade; where only staff name the dataset, they say that it is used. */
    private static String words(DatasetUse dataset) {
        var grade = dataset.grade();
        return switch (grade == null ? Grade.USE : grade) {
            case USE -> "uses this data";
            case REFERENCE -> "links to it";
            case MENTION, DISABLED -> "mentions it";
        };
    }

    private static List<@Nullable String> row(StoryJson story, String language) {
        var place = story.place();
        var cells = new ArrayList<@Nullable String>();
        cells.add(story.id());
        cells.add(text(story.title(), language));
        cells.add(text(story.summary(), language));
        cells.add(story.type());
        cells.add(story.url());
        cells.add(story.homepage());
        cells.add(story.madeBy());
        cells.add(story.licence());
        cells.add(String.join("; ", story.topics()));
        cells.add(place == null ? null : place.name());
        cells.add(place == null ? null : Double.toString(place.longitude()));
        cells.add(place == null ? null : Double.toString(place.latitude()));
        cells.add(names(story.datasets()));
        cells.add(downloads(story.datasets()));
        cells.add(story.page());
        cells.add(story.contact());
        cells.add(time(story.published()));
        cells.add(time(story.updated()));
        return cells;
    }

    static String text(Map<String, String> texts, String language) {
        return sightings.event.Texts.of(texts).in(language);
    }

    static String names(List<DatasetJson> datasets) {
        return String.join("; ", datasets.stream().map(DatasetJson::id).toList());
    }

    static String downloads(List<DatasetJson> datasets) {
        return String.join(
                " ",
                datasets.stream()
                        .flatMap(dataset -> dataset.downloads().stream())
                        .map(DownloadJson::url)
                        .toList());
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
