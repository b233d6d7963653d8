package sightings.ingest.asked;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Said;

/**
 * Why something is seen or not: what it was read as, the steps by which was decided, and whether we look there.
 *
 * @param ready whether the catalogue is here; else the answer may change
 * @param catalogue version of the catalogue
 * @param datasets how many datasets it has
 * @param rules number of the rules
 * @param read how many characters were read
 * @param cut whether there were more than are ever read
 * @param as which kind of file the text was taken for; null where it was not read as one
 * @param steps in the order of the text; of a log line or an item they stand there
 * @param lines the lines of a log
 * @param feed what was read of a feed; null where none was asked about
 * @param place whether we look at the address; null where none was asked about
 */
record Answer(
        boolean ready,
        String catalogue,
        int datasets,
        String rules,
        int read,
        boolean cut,
        @Nullable String as,
        List<Step> steps,
        List<Line> lines,
        @Nullable Feed feed,
        @Nullable Place place) {

    Answer {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
    }

    /** What a step is. */
    enum Outcome {
        /** It is a find. */
        FOUND,
        /** It is known, and names the portal that the text speaks of. */
        PORTAL,
        /** It looked like a reference and is none. */
        REFUSED
    }

    /**
     * One step.
     *
     * @param outcome what came of it
     * @param line where it stands, from 1; null where it stands in a link beside the text
     * @param text what was looked at, without secrets
     * @param rule the rule that looked at it
     * @param reason why it is none; null for a find
     * @param wouldMatch what would have to be true for it to be one, under the reason's code; null for a find
     * @param find the find, where it is one
     * @param suggestion the alias that would make it one, where one would
     */
    record Step(
            Outcome outcome,
            @Nullable Integer line,
            String text,
            @Nullable String rule,
            @Nullable Said reason,
            @Nullable Said wouldMatch,
            @Nullable Find find,
            @Nullable Suggestion suggestion) {}

    /**
     * A find.
     *
     * @param dataset its dataset
     * @param title the dataset's title
     * @param grade name of the grade
     * @param method name of the method
     * @param verification name of what confirms it
     * @param confidence 0 to 1
     */
    record Find(String dataset, String title, String grade, String method, String verification, double confidence) {}

    /**
     * A reference that a dataset would have to have.
     *
     * @param kind name of the kind of reference
     * @param value the reference
     */
    record Suggestion(String kind, String value) {}

    /**
     * What the log watcher makes of a line.
     *
     * @param line which one, from 1
     * @param log the log of the settings as whose line it was read; null where it was read by its form alone
     * @param format how it is written
     * @param outcome {@code ACCEPTED}, else name of the filter or the reason for which it is not
     * @param request what was asked; null where the line tells of no request
     * @param profiles under which profiles it counts; none where it is not about a dataset
     * @param steps why it names no dataset, where that is so
     */
    record Line(
            int line,
            @Nullable String log,
            String format,
            String outcome,
            @Nullable Request request,
            List<Counted> profiles,
            List<Step> steps) {

        /** What {@link #outcome} says of a line that is accepted. */
        static final String ACCEPTED = "ACCEPTED";

        Line {
            profiles = List.copyOf(profiles);
            steps = List.copyOf(steps);
        }
    }

    /**
     * A request, without who made it.
     *
     * @param method HTTP method
     * @param status HTTP status
     * @param path what was asked, without its query
     * @param dataset the dataset; null where it asks for none
     * @param title the dataset's title
     * @param kind name of what was asked of it
     * @param accessClass name of the class of who asked
     * @param tool name of the program, or {@code -}
     * @param pattern what of a list of programs told who asked; null where none did
     * @param site the site from which a person came, where it is told as a use
     */
    record Request(
            String method,
            int status,
            String path,
            @Nullable String dataset,
            @Nullable String title,
            @Nullable String kind,
            String accessClass,
            String tool,
            @Nullable String pattern,
            @Nullable String site) {}

    /**
     * Whether it counts under a profile.
     *
     * @param profile name and version
     * @param why name of why it does not; null where it does
     */
    record Counted(String profile, @Nullable String why) {}

    /**
     * What was read of a feed.
     *
     * @param format how it is written; null where it cannot be read
     * @param problem why it cannot be read, in English; null where it can
     * @param remarks what was left out or mended, in English
     * @param items its first items
     */
    record Feed(@Nullable String format, @Nullable String problem, List<String> remarks, List<Item> items) {

        Feed {
            remarks = List.copyOf(remarks);
            items = List.copyOf(items);
        }
    }

    /**
     * An item of a feed.
     *
     * @param title plain text
     * @param publishedAt when it was published, where it says so
     * @param steps of what the feed says of it
     * @param place whether we look at its article; null where it names none, and so is never looked at
     */
    record Item(
            String title,
            @Nullable Instant publishedAt,
            List<Step> steps,
            @Nullable Place place) {

        Item {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Whether we look at an address.
     *
     * @param address without secrets
     * @param cover name of how it is covered
     * @param source title of the source that covers it; null where none does
     * @param kept name of whether something is kept of it
     * @param seenAt when it was seen last, or found to be gone
     * @param gone why it is gone, where it is
     * @param repository what is known of the repository, where it is one's
     */
    record Place(
            String address,
            String cover,
            @Nullable String source,
            String kept,
            @Nullable Instant seenAt,
            @Nullable Said gone,
            @Nullable Repository repository) {}

    /**
     * What is known of a repository.
     *
     * @param name owner and name
     * @param files how many of its files were read
     * @param checkedAt when it was looked at last
     * @param missing whether it seems to be gone
     * @param file name of what is known of the file that was asked about
     */
    record Repository(String name, int files, @Nullable Instant checkedAt, boolean missing, String file) {}
}
