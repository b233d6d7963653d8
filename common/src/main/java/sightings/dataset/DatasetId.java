package sightings.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The portal's own id of a dataset, as it stands in the catalogue: a 4x4, a uuid, a slug.
 *
 * @param value 1 to 200 characters of letters, digits and {@code . _ ~ : @ -}; never a path or a URL
 */
public record DatasetId(@JsonValue String value) implements Comparable<DatasetId> {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._~:@-]{0,199}");

    /** @throws IllegalArgumentException where the value has not this form */
    @JsonCreator
    public DatasetId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a dataset id: '" + value + "'");
        }
    }

    /** Whether the text may be a dataset id at all. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(DatasetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
