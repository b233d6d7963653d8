package sightings.showcase.curation;

import java.util.List;

/**
 * What is wrong with one field, and what would be right.
 *
 * @param field name of the field
 * @param code key of a message of {@code messages-desk}
 * @param arguments of the message
 */
public record FieldError(String field, String code, List<Object> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }
}
