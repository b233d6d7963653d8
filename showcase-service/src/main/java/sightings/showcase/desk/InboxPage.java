package sightings.showcase.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.showcase.uses.InboxFilter;
import sightings.showcase.uses.UseStatus;

/**
 * What the inbox shows.
 *
 * @param rows uses of this page of the list
 * @param total how many there are in all
 * @param number of the page, from 1
 * @param pages how many pages there are
 * @param awaiting how many await review, whatever is filtered
 * @param fresh how many of the rows are new to this person
 * @param status what is looked at
 * @param text words looked for
 * @param dataset dataset looked for
 * @param source kind of source looked for
 * @param sort what comes first
 * @param needsToken whether GitHub is searched only in part for want of a token
 */
record InboxPage(
        List<Row> rows,
        long total,
        int number,
        int pages,
        long awaiting,
        long fresh,
        UseStatus status,
        String text,
        String dataset,
        String source,
        InboxFilter.Sort sort,
        boolean needsToken) {

    /** Whether something narrows the list. */
    public boolean filtered() {
        return !text.isEmpty() || !dataset.isEmpty() || !source.isEmpty();
    }

    /**
     * One use.
     *
     * @param id the use
     * @param title what people call it
     * @param kind what sort of thing it is
     * @param maker the organisation that made it; null where it is a person or not known
     * @param grade strongest evidence; null where nothing holds
     * @param datasets titles of the first few datasets
     * @param more how many datasets there are beside these
     * @param sightings how many finds hold
     * @param sources kinds of sources that saw it
     * @param score from 0 to 100
     * @param because why, in words
     * @param isNew whether it arrived since this person's last visit
     * @param seen when it was first seen
     */
    record Row(
            String id,
            String title,
            String kind,
            @Nullable String maker,
            @Nullable String grade,
            List<String> datasets,
            int more,
            int sightings,
            List<String> sources,
            int score,
            String because,
            boolean isNew,
            String seen) {}
}
