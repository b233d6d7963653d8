package sightings.showcase.uses;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Grade;
import sightings.evidence.Maker;
import sightings.evidence.Subject;

/**
 * How much a use deserves a look, from its evidence alone: no clock and no counts of traffic, so that the same events
 * give the same score.
 *
 * @param points 0 to 100
 * @param parts what they are made of, in this order
 */
public record Score(int points, List<ScorePart> parts) {

    private static final int MOST = 100;

    public Score {
        parts = List.copyOf(parts);
    }

    /** The score of a use with this evidence. */
    public static Score of(Subject about, @Nullable Grade grade, List<Held> held, int datasets) {
        var parts = new ArrayList<ScorePart>();
        if (grade != null) {
            switch (grade) {
                case USE -> parts.add(new ScorePart("code-calls-it", 40));
                case REFERENCE -> parts.add(new ScorePart("links-it", 25));
                case MENTION -> parts.add(new ScorePart("mentions-it", 10));
                case DISABLED -> parts.add(new ScorePart("commented-out", 2));
            }
        }
        long kinds = held.stream()
                .map(one -> kindOf(one.source().value()))
                .distinct()
                .count();
        add(parts, "seen-by-several-sources", 10 * (kinds - 1), 20);
        add(parts, "several-datasets", 4L * (datasets - 1), 12);
        long sure =
                Math.round(8 * held.stream().mapToDouble(Held::confidence).max().orElse(0));
        add(parts, "sure", sure, 8);
        add(parts, "has-a-page-of-its-own", about.homepage() == null ? 0 : 10, 10);
        add(parts, "described", about.summary() == null || about.summary().isBlank() ? 0 : 4, 4);
        var maker = about.maker();
        add(parts, "made-by-an-organisation", maker != null && maker.kind() == Maker.Kind.ORGANISATION ? 6 : 0, 6);
        return new Score(
                Math.min(MOST, parts.stream().mapToInt(ScorePart::points).sum()), parts);
    }

    /** First part of a source's id. */
    static String kindOf(String source) {
        int colon = source.indexOf(':');
        return colon < 0 ? source : source.substring(0, colon);
    }

    private static void add(List<ScorePart> parts, String name, long points, int most) {
        if (points > 0) {
            parts.add(new ScorePart(name, (int) Math.min(points, most)));
        }
    }
}
