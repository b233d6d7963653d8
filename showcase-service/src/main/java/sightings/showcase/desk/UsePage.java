package sightings.showcase.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.showcase.live.LiveUse;
import sightings.showcase.uses.UseStatus;

/**
 * What the page of one use shows.
 *
 * @param id the use
 * @param title what people call it
 * @param summary what its source says of it
 * @param url its page; null where a browser should not open it
 * @param homepage where it runs
 * @param kind what sort of thing it is
 * @param maker the organisation that made it
 * @param licence its licence
 * @param changed when it last changed
 * @param status where it stands
 * @param standing where it stands, in words, with who and when
 * @param decision number of the last accepted decision
 * @param score from 0 to 100
 * @param because why, one reason each
 * @param evidence its finds, strongest first
 * @param sightings how many finds there are in all
 * @param audit its audit trail, newest first
 * @param undoable whether there is a decision to undo
 * @param life how it fares out there
 * @param live how much it calls the datasets
 * @param into the use that it is merged into; null where it is on its own
 * @param members uses that were merged into it
 * @param twins uses that may be the same thing
 */
record UsePage(
        String id,
        String title,
        @Nullable String summary,
        @Nullable String url,
        @Nullable String homepage,
        String kind,
        @Nullable String maker,
        @Nullable String licence,
        @Nullable String changed,
        UseStatus status,
        String standing,
        int decision,
        int score,
        List<String> because,
        List<Evidence> evidence,
        int sightings,
        List<AuditRow> audit,
        boolean undoable,
        UseLife life,
        LiveUse live,
        @Nullable Other into,
        List<Other> members,
        List<Twin> twins) {

    /**
     * Another use that is the same thing.
     *
     * @param id the use
     * @param title what people call it
     * @param kind what sort of thing it is
     * @param url its page; null where a browser should not open it
     * @param decision number of the last accepted decision on it
     */
    record Other(
            String id, String title, String kind, @Nullable String url, int decision) {}

    /**
     * Another use that may be the same thing, and what a merge would do.
     *
     * @param use the other one
     * @param merged the one of the two that would be merged
     * @param basedOn number of the last accepted decision on that one
     * @param into the one that would survive
     * @param intoBasedOn number of the last accepted decision on the one that would survive
     */
    record Twin(Other use, String merged, int basedOn, String into, int intoBasedOn) {}

    /**
     * One find.
     *
     * @param dataset title of the dataset, or its id
     * @param datasetId the dataset
     * @param place file or address
     * @param url where a browser finds it, at its line; null where a browser should not open it
     * @param line line of the find; null where it has none
     * @param snippet the line itself
     * @param grade how strongly
     * @param method how it was found
     * @param verification what confirms it
     * @param rule rule and version
     * @param catalogue version of the catalogue that decided
     * @param confidence percent
     * @param source which source saw it
     * @param seen when
     */
    record Evidence(
            String dataset,
            String datasetId,
            String place,
            @Nullable String url,
            @Nullable Integer line,
            String snippet,
            String grade,
            String method,
            String verification,
            String rule,
            String catalogue,
            int confidence,
            String source,
            String seen) {}
}
