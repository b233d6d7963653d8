package sightings.ingest.recognising;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Reference;
import sightings.evidence.RefusalReason;
import sightings.evidence.Said;

/**
 * Why something that looked like a reference is none.
 *
 * @param rule which rule looked at it
 * @param why the reason, which also says what would have to be true for it to be one
 * @param arguments what stands in its words
 * @param alias the reference that would make it one if a dataset had it; null where none would
 */
public record Refusal(
        String rule,
        RefusalReason why,
        List<String> arguments,
        @Nullable Alias alias) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    /** Why it is none, in English. */
    public String reason() {
        return said().text();
    }

    /** What would have to be true for it to be one, in English. */
    public String wouldMatch() {
        return why.wouldMatch(arguments);
    }

    /** Why it is none, by its code. */
    public Said said() {
        return why.with(arguments.toArray());
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
