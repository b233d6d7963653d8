package sightings.showcase.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as problem details (RFC 9457).
 *
 * @param type kind of problem
 * @param title kind of problem in words
 * @param status HTTP status
 * @param detail what went wrong this time
 * @param instance address that was asked
 * @param errors each wrong parameter
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable List<ParameterError> errors) {

    /**
     * One wrong parameter.
     *
     * @param parameter its name
     * @param detail what would be right
     */
    record ParameterError(String parameter, String detail) {}
}
