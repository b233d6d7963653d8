package sightings.ingest.asked;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something is seen or not: the steps of the recogniser, and by what it decided.
 *
 * @param ready whether the catalogue is here; else the answer may change
 * @param catalogue version of the catalogue
 * @param datasets how many datasets it has
 * @param rules number of the rules
 * @param read how many characters were read
 * @param cut whether there were more than are ever read
 * @param steps in the order of the text
 */
record Answer(boolean ready, String catalogue, int datasets, String rules, int read, boolean cut, List<Step> steps) {

    Answer {
        steps = List.copyOf(steps);
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
     * @param reason in words, why it is none; null for a find
     * @param wouldMatch in words, what would have to be true for it to be one; null for a find
     * @param find the find, where it is one
     * @param suggestion the alias that would make it one, where one would
     */
    record Step(
            Outcome outcome,
            @Nullable Integer line,
            String text,
            @Nullable String rule,
            @Nullable String reason,
            @Nullable String wouldMatch,
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
}
