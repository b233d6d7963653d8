package sightings.showcase.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import sightings.dataset.DatasetId;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.drawing.Sparkline;
import sightings.showcase.usage.DatasetRise;
import sightings.showcase.usage.DatasetUsage;
import sightings.showcase.usage.Profile;
import sightings.showcase.usage.UsageQueries;
import sightings.showcase.usage.WeekTotal;

/** Makes the lists of datasets that are used most, and more than before. */
@Component
class UsageRows {

    private final UsageQueries usage;
    private final DatasetQueries datasets;
    private final Wording wording;

    UsageRows(UsageQueries usage, DatasetQueries datasets, Wording wording) {
        this.usage = usage;
        this.datasets = datasets;
        this.wording = wording;
    }

    /** The datasets that were used most; those that the catalogue does not have are left out. */
    List<UsageRow> mostUsed(int size, Locale locale) {
        var most = usage.mostUsed(Profile.DOWNLOADS, size);
        var known = datasets.byIds(most.stream().map(DatasetUsage::dataset).toList());
        return most.stream()
                .flatMap(each -> row(each.dataset(), known, wording.count(locale, each.count()), each.weeks()).stream())
                .toList();
    }

    /** The datasets that are used more than before. */
    List<UsageRow> rising(int size, Locale locale) {
        var rising = usage.rising(size);
        var known = datasets.byIds(rising.stream().map(DatasetRise::dataset).toList());
        return rising.stream()
                .flatMap(each -> row(each.dataset(), known, rise(each, locale), each.weeks()).stream())
                .toList();
    }

    private String rise(DatasetRise rise, Locale locale) {
        return wording.text(
                locale, "usage.rise", wording.number(locale, rise.before()), wording.number(locale, rise.now()));
    }

    private static List<UsageRow> row(
            DatasetId id, Map<DatasetId, DatasetDocument> known, String count, List<WeekTotal> weeks) {
        var document = known.get(id);
        return document == null
                ? List.of()
                : List.of(new UsageRow("/datasets/" + id, document.title(), count, spark(weeks)));
    }

    private static String spark(List<WeekTotal> weeks) {
        // The present week is not over: its number would look like a fall.
        var over = weeks.subList(0, Math.max(0, weeks.size() - 1));
        return new Sparkline(over.stream().map(week -> week.count().told()).toList()).draw();
    }
}
