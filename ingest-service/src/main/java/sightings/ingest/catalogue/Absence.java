package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dataset that harvests do not show any more.
 *
 * @param since the day of the first harvest in a row without it
 * @param harvests how many harvests in a row were without it
 * @param asked the day on which its own page was asked last; null where it never was
 * @param gonePages how many times in a row its page was gone, on different days
 */
record Absence(LocalDate since, int harvests, @Nullable LocalDate asked, int gonePages) {

    private static final int FEW_HARVESTS = 4;
    private static final int FEW_DAYS = 3;
    private static final int GONE_PAGES = 2;

    /** A page that was there is asked again after so many days; one that was gone, on another day. */
    private static final int AGAIN_DAYS = 7;

    /** The first harvest without it. */
    static Absence first(LocalDate today) {
        return new Absence(today, 1, null, 0);
    }

    /** One more harvest without it. */
    Absence oneMore() {
        // More than enough are not told apart, so that the state stops changing.
        return new Absence(since, Math.min(harvests + 1, FEW_HARVESTS), asked, gonePages);
    }

    /** Whether it is absent for long enough that its own page should be asked today. */
    boolean isDoubtful(LocalDate today) {
        if (harvests < FEW_HARVESTS || since.plusDays(FEW_DAYS).isAfter(today)) {
            return false;
        }
        return asked == null || !asked.plusDays(gonePages > 0 ? 1 : AGAIN_DAYS).isAfter(today);
    }

    /** What its page answered today. An answer that says neither is none: the page is asked again another day. */
    Absence answered(PageState page, LocalDate today) {
        return switch (page) {
            case GONE -> new Absence(since, harvests, today, gonePages + 1);
            case THERE -> new Absence(since, harvests, today, 0);
            case UNKNOWN -> new Absence(since, harvests, today, gonePages);
        };
    }

    /** Whether it is gone: absent for days, and its page gone on more than one of them. */
    boolean isGone() {
        return gonePages >= GONE_PAGES;
    }

    /** As it is kept between rounds. */
    String text() {
        return since + " " + harvests + " " + (asked == null ? "-" : asked) + " " + gonePages;
    }

    /** What {@link #text} wrote; empty where the text is something else, and then counting begins anew. */
    static Optional<Absence> parse(String text) {
        var parts = text.split(" ");
        try {
            return parts.length != 4
                    ? Optional.empty()
                    : Optional.of(new Absence(
                            LocalDate.parse(parts[0]),
                            Integer.parseInt(parts[1]),
                            parts[2].equals("-") ? null : LocalDate.parse(parts[2]),
                            Integer.parseInt(parts[3])));
        } catch (java.time.DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
