package sightings.showcase.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Said;

/** What ingest answers to "why do we (not) see this?"; the other side's {@code Answer} has the same fields. */
sealed interface Why {

    /**
     * It answered.
     *
     * @param ready whether the catalogue has been harvested; else the answer may change
     * @param catalogue version of the catalogue
     * @param datasets how many datasets it has
     * @param rules number of the rules
     * @param read how many characters were read
     * @param cut whether there were more than are ever read
     * @param as which kind of file the text was taken for
     * @param steps in the order of the text
     * @param lines the lines of a log
     * @param feed what was read of a feed
     * @param place whether we look at the address
     */
    record Answered(
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
            @Nullable Place place)
            implements Why {

        public Answered {
            steps = List.copyOf(steps);
            lines = List.copyOf(lines);
        }
    }

    /**
     * It cannot be asked now, or what it said is no answer.
     *
     * @param tooLarge whether the question was too large for it
     */
    record Away(boolean tooLarge) implements Why {}

    /**
     * One step.
     *
     * @param outcome {@code FOUND}, {@code PORTAL} or {@code REFUSED}
     * @param line where it stands, from 1; null where it stands in a link beside the text
     * @param text what was looked at, without secrets
     * @param rule the rule that looked at it
     * @param reason why it is no find
     * @param wouldMatch what would have to be true for it to be one, under the reason's code
     * @param find the find, where it is one
     * @param suggestion the alias that would make it one, where one would
     */
    record Step(
            String outcome,
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
     * A line of a log.
     *
     * @param line which one, from 1
     * @param log the log of the settings as whose line it was read
     * @param format how it is written
     * @param outcome {@code ACCEPTED}, else why it is not
     * @param request what was asked
     * @param profiles under which profiles it counts
     * @param steps why it names no dataset
     */
    record Line(
            int line,
            @Nullable String log,
            String format,
            String outcome,
            @Nullable Request request,
            List<Counted> profiles,
            List<Step> steps) {

        public Line {
            profiles = List.copyOf(profiles);
            steps = List.copyOf(steps);
        }
    }

    /**
     * A request, without who made it.
     *
     * @param method HTTP method
     * @param status HTTP status
     * @param path what was asked
     * @param dataset the dataset; null where it asks for none
     * @param title the dataset's title
     * @param kind what was asked of it
     * @param accessClass who asked
     * @param tool name of the program, or {@code -}
     * @param pattern what of a list of programs told who asked
     * @param site the site from which a person came
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
     * Whether a request counts under a profile.
     *
     * @param profile name and version
     * @param why why it does not; null where it does
     */
    record Counted(String profile, @Nullable String why) {}

    /**
     * A feed.
     *
     * @param format how it is written
     * @param problem why it cannot be read, in English
     * @param remarks what was left out or mended, in English
     * @param items its first items
     */
    record Feed(@Nullable String format, @Nullable String problem, List<String> remarks, List<Item> items) {

        public Feed {
            remarks = List.copyOf(remarks);
            items = List.copyOf(items);
        }
    }

    /**
     * An item of a feed.
     *
     * @param title plain text
     * @param publishedAt when it was published
     * @param steps of what the feed says of it
     * @param place whether we look at its article; null where it names none
     */
    record Item(
            String title,
            @Nullable Instant publishedAt,
            List<Step> steps,
            @Nullable Place place) {

        public Item {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Whether we look at an address.
     *
     * @param address without secrets
     * @param cover how it is covered
     * @param source title of the source that covers it
     * @param kept whether something is kept of it
     * @param seenAt when it was seen last, or found to be gone
     * @param gone why it is gone
     * @param repository what is known of the repository
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
     * A repository.
     *
     * @param name owner and name
     * @param files how many of its files were read
     * @param checkedAt when it was looked at last
     * @param missing whether it seems to be gone
     * @param file what is known of the file that was asked about
     */
    record Repository(String name, int files, @Nullable Instant checkedAt, boolean missing, String file) {}
}
