package sightings.showcase.people;

import org.jspecify.annotations.Nullable;
import sightings.event.PersonId;
import sightings.showcase.index.Index;

/**
 * A person's name, where they agreed to be named, or for staff's audit trail.
 *
 * @param id the person
 * @param name as the person wants to be named; null after it was purged
 * @param staff whether the name is for staff only, never for the public
 */
public record PersonDocument(PersonId id, @Nullable String name, boolean staff) {

    /** Where it is kept. */
    public static final Index<PersonDocument> INDEX = new Index<>("people", PersonDocument.class);
}
