package sightings.ingest.recognising;

import java.util.List;
import sightings.dataset.CatalogueVersion;
import sightings.evidence.Sighting;

/**
 * Why a text does or does not name datasets, step by step.
 *
 * @param steps in the order of the text, after what was read
 * @param rules version of the rules that decided
 * @param catalogue version of the catalogue that decided
 * @param datasets how many datasets that catalogue has
 */
public record Explanation(List<Step> steps, String rules, CatalogueVersion catalogue, int datasets) {

    public Explanation {
        steps = List.copyOf(steps);
    }

    /** One step. */
    public sealed interface Step {}

    /**
     * What was read, and as what.
     *
     * @param path the file, or "" for a text without one
     * @param as which kind of file it was taken for
     * @param characters how many
     * @param cut whether it was longer and read only up to the cap
     */
    public record Read(String path, String as, int characters, boolean cut) implements Step {}

    /**
     * A portal that the text speaks of, which confirms ids and names that stand apart.
     *
     * @param portal named by its main host
     */
    public record SpeaksOf(String portal) implements Step {}

    /**
     * A find.
     *
     * @param sighting with its rule, grade, method, verification and line
     */
    public record Found(Sighting sighting) implements Step {}

    /**
     * Something that looked like a reference and is none.
     *
     * @param line where, from 1
     * @param text what it is, without secrets, shortened
     * @param refusal why it is none, and what would make it one
     */
    public record Refused(int line, String text, Refusal refusal) implements Step {}
}
