package sightings.showcase.entries;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sightings.event.EntryId;
import sightings.showcase.index.Cursor;
import sightings.showcase.index.Page;
import sightings.showcase.index.Slice;
import sightings.showcase.index.Versioned;

/** What is asked of problem statements. Those that say "published" never answer with a draft. */
public interface ProblemStatementQueries {

    /** Published ones: best match first where there are words to match, else open ones first, then by number. */
    Page<ProblemStatementDocument> published(ProblemStatementFilter filter, int page, int size);

    /** Topics of the published ones, most first. */
    List<Topic> topics();

    /** Published ones from first to last, latest change first: for feeds and the API. */
    Slice<ProblemStatementDocument> publishedAfter(ProblemStatementFilter filter, @Nullable Cursor after, int size);

    /** The published one with this number (as people cite it) or id. */
    Optional<ProblemStatementDocument> published(String numberOrId);

    /** How many are open. */
    long open();

    /** As it is at this moment, whatever its status, with the offset it has reached: for staff. */
    Optional<Versioned<ProblemStatementDocument>> byId(EntryId id);

    /** All of them with any status, latest change first: for staff. */
    Page<ProblemStatementDocument> all(ProblemStatementFilter filter, int page, int size);

    /** Whether any entry, of any status, has this number already: for staff. */
    boolean isTaken(String number);

    /** The highest number with this prefix ({@code PS-2026-}); empty where there is none. */
    Optional<String> highestNumber(String prefix);

    /**
     * A topic.
     *
     * @param name short name in lower case
     * @param count how many published ones have it
     */
    record Topic(String name, long count) {}
}
