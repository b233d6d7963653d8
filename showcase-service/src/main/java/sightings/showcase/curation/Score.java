package sightings.showcase.curation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Grade;

/**
 * How worth a look a discovered use is, from 0 to 100, and why. It orders the inbox for staff; it is never shown to the
 * public, and says nothing about the people behind a use.
 *
 * @param points sum of the parts
 * @param parts what it is made of, each with its own points
 */
public record Score(int points, List<Part> parts) {

    private static final Duration FRESH = Duration.ofDays(90);
    private static final Duration THIS_YEAR = Duration.ofDays(365);

    public Score {
        parts = List.copyOf(parts);
    }

    /**
     * One reason.
     *
     * @param code key of a message of {@code messages-desk}
     * @param points what it adds
     * @param count the number that the message names, 0 where it names none
     */
    public record Part(String code, int points, int count) {}

    /**
     * What is known of a use.
     *
     * @param strongest grade of its strongest evidence
     * @param datasets how many datasets it uses
     * @param sources how many kinds of source saw it, independently of each other
     * @param organisation whether an organisation made it
     * @param changedAt when it was last changed or published
     */
    public record Facts(
            Grade strongest, int datasets, int sources, boolean organisation, @Nullable Instant changedAt) {}

    /** The score of these facts at this time. */
    public static Score of(Facts facts, Instant now) {
        var parts = new ArrayList<Part>();
        parts.add(grade(facts.strongest()));
        if (facts.datasets() > 1) {
            parts.add(new Part("desk.score.datasets", Math.min(20, 5 * (facts.datasets() - 1)), facts.datasets()));
        }
        if (facts.sources() > 1) {
            parts.add(new Part("desk.score.sources", Math.min(20, 10 * (facts.sources() - 1)), facts.sources()));
        }
        if (facts.organisation()) {
            parts.add(new Part("desk.score.organisation", 10, 0));
        }
        var changedAt = facts.changedAt();
        if (changedAt != null && changedAt.isAfter(now.minus(FRESH))) {
            parts.add(new Part("desk.score.fresh", 10, 0));
        } else if (changedAt != null && changedAt.isAfter(now.minus(THIS_YEAR))) {
            parts.add(new Part("desk.score.this-year", 5, 0));
        }
        return new Score(parts.stream().mapToInt(Part::points).sum(), parts);
    }

    private static Part grade(Grade strongest) {
        return switch (strongest) {
            case USE -> new Part("desk.score.grade-use", 40, 0);
            case REFERENCE -> new Part("desk.score.grade-reference", 25, 0);
            case MENTION -> new Part("desk.score.grade-mention", 10, 0);
            case DISABLED -> new Part("desk.score.grade-disabled", 5, 0);
        };
    }
}
