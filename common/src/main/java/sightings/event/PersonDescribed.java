package sightings.event;

import java.time.Instant;

/**
 * How a person who agreed is named. A tombstone purges it.
 *
 * @param person the person
 * @param name as the person wants to be named
 * @param staff whether the name is for staff's audit trail only, never for the public
 * @param time when it was said
 */
public record PersonDescribed(PersonId person, String name, boolean staff, Instant time) implements Event {

    @Override
    public Topic topic() {
        return Topic.PEOPLE;
    }

    @Override
    public String subject() {
        return person.value();
    }
}
