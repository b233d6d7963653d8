package sightings.ingest.recognising;

import org.jspecify.annotations.Nullable;
import sightings.dataset.Reference;

/**
 * Why something that looked like a reference is none.
 *
 * @param rule which rule looked at it
 * @param reason in words
 * @param wouldMatch what would have to be true for it to be one
 * @param alias the reference that would make it one if a dataset had it; null where none would
 */
public record Refusal(
        String rule,
        String reason,
        String wouldMatch,
        @Nullable Alias alias) {

    Refusal(String rule, String reason, String wouldMatch) {
        this(rule, reason, wouldMatch, null);
    }

    /**
     * A reference that no dataset has.
     *
     * @param kind what it is
     * @param value as the catalogue would have it
     */
    public record Alias(Reference.Kind kind, String value) {

        /** Of an id, name or file as it stands in an address. */
        static Alias of(String key) {
            var kind = Keys.isFourByFour(key)
                    ? Reference.Kind.ID
                    : Keys.isNumber(key) ? Reference.Kind.RESOURCE : Reference.Kind.SLUG;
            return new Alias(kind, key);
        }
    }
}
