package sightings.ingest.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an article's page between two looks at it.
 *
 * @param text hash of its text and links, or {@code -} where the feed had more of it than the page
 * @param due when to look again, in days since 1970
 * @param strikes on how many days in a row it was not there
 * @param since the first of those days, or the day on which it was told to be gone
 * @param told whether it was told to be gone
 * @param published when the article was published
 * @param title of the article, shortened
 */
record KnownPage(
        String text,
        long due,
        int strikes,
        long since,
        boolean told,
        @Nullable Instant published,
        String title) {

    /** The text of a page of which the feed had more. */
    static final String FROM_FEED = "-";

    private static final int TITLE = 100;

    KnownPage {
        title = title.length() <= TITLE ? title : title.substring(0, TITLE);
    }

    /** A page that was just read. */
    static KnownPage read(String text, long due, @Nullable Instant published, String title) {
        return new KnownPage(text, due, 0, 0, false, published, title);
    }

    KnownPage standing(String newText, long newDue) {
        return new KnownPage(newText, newDue, 0, 0, false, published, title);
    }

    KnownPage later(long newDue) {
        return new KnownPage(text, newDue, strikes, since, told, published, title);
    }

    KnownPage missed(long today, long newDue) {
        return new KnownPage(text, newDue, strikes + 1, strikes == 0 ? today : since, false, published, title);
    }

    KnownPage gone(long today, long newDue) {
        return new KnownPage(text, newDue, strikes + 1, today, true, published, title);
    }

    String written() {
        return text + " " + due + " " + strikes + " " + since + " " + (told ? "gone" : "here") + " "
                + (published == null ? "-" : published.getEpochSecond()) + " " + title;
    }

    /** What was written, null where that was nothing readable. */
    static @Nullable KnownPage of(@Nullable String written) {
        var parts = written == null ? new String[0] : written.split(" ", 7);
        if (parts.length != 7
                || !parts[1].matches("\\d{1,9}")
                || !parts[2].matches("\\d{1,6}")
                || !parts[3].matches("\\d{1,9}")
                || !parts[5].matches("-|-?\\d{1,12}")) {
            return null;
        }
        return new KnownPage(
                parts[0],
                Long.parseLong(parts[1]),
                Integer.parseInt(parts[2]),
                Long.parseLong(parts[3]),
                parts[4].equals("gone"),
                parts[5].equals("-") ? null : Instant.ofEpochSecond(Long.parseLong(parts[5])),
                parts[6]);
    }
}
