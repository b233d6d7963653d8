package sightings.showcase.curation;

import java.util.List;

/**
 * Says what was tried, on what, and what would be allowed: a message of {@code messages-desk} with its arguments.
 *
 * @param code key of the message
 * @param arguments texts as they are; a {@link sightings.event.PersonId} and an {@link java.time.Instant} are shown as
 *     name and day
 */
public record Refusal(String code, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    static Refusal of(String code, Object... arguments) {
        return new Refusal("desk.refusal." + code, List.of(arguments));
    }
}
