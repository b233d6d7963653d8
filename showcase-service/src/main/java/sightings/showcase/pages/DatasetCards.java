package sightings.showcase.pages;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.dataset.DatasetId;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.usage.DatasetUsage;
import sightings.showcase.usage.Profile;
import sightings.showcase.usage.UsageQueries;
import sightings.showcase.uses.DatasetUses;
import sightings.showcase.uses.UseQueries;

/** Makes the short form of datasets. */
@Component
class DatasetCards {

    private static final int SHORT = 180;

    private final DatasetQueries datasets;
    private final UseQueries uses;
    private final UsageQueries usage;
    private final Wording wording;

    DatasetCards(DatasetQueries datasets, UseQueries uses, UsageQueries usage, Wording wording) {
        this.datasets = datasets;
        this.uses = uses;
        this.usage = usage;
        this.wording = wording;
    }

    /** These datasets in short, in the same order. */
    List<DatasetCard> of(Collection<DatasetDocument> documents) {
        var stories = uses.storiesOf(documents.stream().map(DatasetDocument::id).toList());
        return documents.stream()
                .map(document -> card(document, stories.getOrDefault(document.id(), 0L), null))
                .toList();
    }

    /** Datasets with the most stories. */
    List<DatasetCard> mostStories(int size) {
        var most = uses.mostUsed(size);
        var known = datasets.byIds(most.stream().map(DatasetUses::dataset).toList());
        return most.stream()
                .flatMap(each -> card(each.dataset(), known, each.published(), null))
                .toList();
    }

    /** Datasets that were downloaded and queried most; none where nothing was counted. */
    List<DatasetCard> mostUsed(int size, Locale locale) {
        if (!usage.hasAny(Profile.DOWNLOADS)) {
            return List.of();
        }
        var most = usage.mostUsed(Profile.DOWNLOADS, size);
        var ids = most.stream().map(DatasetUsage::dataset).toList();
        var known = datasets.byIds(ids);
        var stories = uses.storiesOf(ids);
        return most.stream()
                .flatMap(each -> card(
                        each.dataset(),
                        known,
                        stories.getOrDefault(each.dataset(), 0L),
                        wording.count(locale, each.count())))
                .toList();
    }

    /** Those of these that the catalogue has. */
    List<DatasetCard> byIds(Collection<DatasetId> ids) {
        var known = datasets.byIds(ids);
        return ids.stream().flatMap(id -> card(id, known, 0, null)).toList();
    }

    private static Stream<DatasetCard> card(
            DatasetId id, Map<DatasetId, DatasetDocument> known, long stories, @Nullable String used) {
        return Stream.ofNullable(known.get(id)).map(document -> card(Objects.requireNonNull(document), stories, used));
    }

    private static DatasetCard card(DatasetDocument document, long stories, @Nullable String used) {
        return new DatasetCard(
                document.id().value(),
                document.title(),
                document.category(),
                shortened(document.description()),
                stories,
                used);
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.length() <= SHORT) {
            return text;
        }
        int end = text.lastIndexOf(' ', SHORT);
        return text.substring(0, end < SHORT / 2 ? SHORT : end).strip() + "…";
    }
}
