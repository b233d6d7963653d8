package sightings.showcase.pages;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.dataset.DatasetId;
import sightings.event.Story;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.drawing.StoryPicture;
import sightings.showcase.drawing.Theme;
import sightings.showcase.uses.UseDocument;

/** Makes the short form and the picture of stories. */
@Component
class StoryCards {

    private final DatasetQueries datasets;
    private final Wording wording;
    private final CitySettings city;

    StoryCards(DatasetQueries datasets, Wording wording, CitySettings city) {
        this.datasets = datasets;
        this.wording = wording;
        this.city = city;
    }

    /** Published uses in short, in the same order. */
    List<StoryCard> of(Collection<UseDocument> uses, Locale locale) {
        return uses.stream().map(use -> of(use, locale)).toList();
    }

    /** A published use in short. */
    StoryCard of(UseDocument use, Locale locale) {
        var story = story(use);
        var language = locale.getLanguage();
        return new StoryCard(
                use.id().value(),
                story.title().in(language),
                story.title().languageIn(language),
                story.summary().in(language),
                story.summary().languageIn(language),
                wording.of(locale, "type", story.type()),
                story.area() == null ? null : story.area().name(),
                use.datasets().size(),
                "/stories/" + use.id().value() + "/picture.svg",
                pictureText(use, locale));
    }

    /** The picture of a published use. */
    StoryPicture picture(UseDocument use, Locale locale) {
        var story = story(use);
        return new StoryPicture(
                use.id().value(), story.type(), story.area(), themes(use.datasetIds()), pictureText(use, locale));
    }

    /** What was published. */
    static Story story(UseDocument use) {
        return Objects.requireNonNull(use.story(), "A published use has a story");
    }

    private String pictureText(UseDocument use, Locale locale) {
        var story = story(use);
        var type = wording.of(locale, "type", story.type());
        int count = use.datasets().size();
        return story.area() == null
                ? wording.text(locale, "picture.city", city.name(), type, count)
                : wording.text(
                        locale,
                        "picture.place",
                        city.name(),
                        type,
                        count,
                        story.area().name());
    }

    private List<Theme> themes(List<DatasetId> ids) {
        Map<DatasetId, DatasetDocument> known = datasets.byIds(ids);
        return ids.stream().map(known::get).map(StoryCards::theme).toList();
    }

    private static Theme theme(@org.jspecify.annotations.Nullable DatasetDocument dataset) {
        if (dataset == null) {
            return Theme.OTHER;
        }
        var byCategory = Theme.of(Objects.requireNonNullElse(dataset.category(), ""));
        return byCategory == Theme.OTHER ? Theme.of(dataset.title()) : byCategory;
    }
}
