package sightings.ingest.recognising;

import java.util.Comparator;
import sightings.dataset.DatasetId;
import sightings.evidence.Grade;
import sightings.evidence.Method;
import sightings.evidence.Verification;

/**
 * One occurrence of a dataset in a text.
 *
 * @param dataset which
 * @param start where it begins
 * @param end where it ends
 * @param grade how strongly
 * @param method how it was found
 * @param verification what confirms it
 * @param confidence 0 to 1
 * @param rule which rule found it
 */
record Hit(
        DatasetId dataset,
        int start,
        int end,
        Grade grade,
        Method method,
        Verification verification,
        double confidence,
        String rule) {

    /** The stronger one first; of equals the one that stands first. */
    static final Comparator<Hit> STRONGEST_FIRST = Comparator.comparing(Hit::grade)
            .thenComparing(Hit::verification)
            .thenComparing(Hit::confidence, Comparator.reverseOrder())
            .thenComparing(Hit::start);

    Hit atMost(Grade most) {
        return grade.compareTo(most) >= 0
                ? this
                : new Hit(dataset, start, end, most, method, verification, confidence, rule);
    }
}
