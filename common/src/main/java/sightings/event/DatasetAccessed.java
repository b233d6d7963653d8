package sightings.event;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;

/**
 * One request for one dataset, as the portal's log has it; no address, no raw user agent, no token, no query string.
 *
 * @param visitor pseudonym of the day
 * @param dataset the dataset
 * @param time when it was asked
 * @param accessClass who asked
 * @param tool name of the tool, or {@code -} where none is known
 * @param kind what was asked
 * @param method HTTP method in capitals
 * @param status HTTP status
 * @param logDay UTC day of the line
 * @param part which import part the line is counted in: {@code -} while its day is open
 * @param line keyed hash of the line: identical lines of a day are one access
 * @param url keyed hash of the whole URL that was asked, which tells a visitor's URLs of a dataset apart for as long as the
 *     day's salt is there; null in records from before there was one: then no other access is of the same URL
 * @param lists names and versions of the lists that told the class and the tool; null in records from before it was said
 * @param site keyed hash of the site from which a person came, under the installation's secret; null where there is none
 * @param token keyed hash of the application's key, as before
 */
public record DatasetAccessed(
        VisitorId visitor,
        DatasetId dataset,
        Instant time,
        AccessClass accessClass,
        String tool,
        AccessKind kind,
        String method,
        int status,
        LocalDate logDay,
        String part,
        String line,
        @Nullable String url,
        @Nullable String lists,
        @Nullable String site,
        @Nullable String token)
        implements Event {

    @Override
    public Topic topic() {
        return Topic.ACCESSES;
    }

    /** All of a visitor's go to one partition. */
    @Override
    public String subject() {
        return visitor.value();
    }
}
