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

    private static final int MOST = 200;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._~:@-]{0," + (MOST - 1) + "}");

    /** @throws IllegalArgumentException where the value has not this form */
    @JsonCreator
    public DatasetId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a dataset id: '" + value + "'");
        }
    }

    /** Whether the text may be a dataset id at all. */
    public static boolean isValid(String value) {
        // Nearly all are of plain letters, and catalogues have tens of thousands: an expression takes ten times as
        // long.
        return isPlain(value) || FORM.matcher(value).matches();
    }

    private static boolean isPlain(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && (i == 0 || c != '-' && c != '_')) {
                return false;
            }
        }
        return length > 0 && length <= MOST;
    }

    // Written out: ids are the keys of all counting, and what records bring is made anew in each process.
    @Override
    public boolean equals(Object other) {
        return other instanceof DatasetId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
