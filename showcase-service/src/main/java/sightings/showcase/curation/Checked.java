package sightings.showcase.curation;

import java.util.List;

/**
 * What became of what a person typed.
 *
 * @param <T> what it says where it is right
 */
public sealed interface Checked<T> {

    /**
     * Every field is right.
     *
     * @param value what they say
     */
    record Valid<T>(T value) implements Checked<T> {}

    /**
     * At least one field is wrong.
     *
     * @param errors in the order of the form; never empty
     */
    record Invalid<T>(List<FieldError> errors) implements Checked<T> {

        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
