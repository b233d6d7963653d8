package sightings.showcase.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.dataset.DatasetId;
import sightings.evidence.RepositoryFacts;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.uses.SightingDocument;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;

/** Puts into words how uses fare out there. */
@Component
class UseLives {

    private static final int MOST_WITHDRAWN = 50;

    private final UseQueries uses;
    private final DatasetQueries datasets;
    private final Wording wording;

    UseLives(UseQueries uses, DatasetQueries datasets, Wording wording) {
        this.uses = uses;
        this.datasets = datasets;
        this.wording = wording;
    }

    /** How this use fares. */
    UseLife of(UseDocument use, Locale locale) {
        var found = uses.withdrawn(use.id(), MOST_WITHDRAWN);
        var titles = datasets.byIds(
                found.items().stream().map(SightingDocument::dataset).distinct().toList());
        return new UseLife(
                wording.day(locale, use.lastSeen()),
                repository(use.about().repository(), locale),
                found.items().stream()
                        .map(find -> withdrawn(find, titles, locale))
                        .toList(),
                found.total());
    }

    private List<String> repository(@Nullable RepositoryFacts facts, Locale locale) {
        if (facts == null) {
            return List.of();
        }
        var words = new ArrayList<String>();
        if (facts.archived()) {
            words.add(wording.say(locale, "desk.repository.archived"));
        }
        words.add(wording.say(locale, "desk.repository.stars." + facts.stars()));
        if (facts.copies() > 0) {
            words.add(wording.say(locale, "desk.repository.copies", facts.copies()));
        }
        return words;
    }

    private UseLife.Withdrawn withdrawn(SightingDocument find, Map<DatasetId, DatasetDocument> titles, Locale locale) {
        var reason = find.withdrawnFor();
        var since = find.withdrawnAt();
        var dataset = titles.get(find.dataset());
        var place = find.sighting().place();
        return new UseLife.Withdrawn(
                dataset == null ? find.dataset().value() : dataset.title(),
                Objects.requireNonNullElse(place.path(), place.url()),
                Links.to(place),
                place.line(),
                reason == null
                        ? new Words(
                                Objects.requireNonNull(find.withdrawn(), "Only withdrawn finds were asked for"), "en")
                        : wording.say(locale, "desk.gone.", reason),
                since == null ? null : wording.day(locale, since));
    }
}
