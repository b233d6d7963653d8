package sightings.showcase.people;

import java.util.Collection;
import java.util.Map;
import sightings.event.PersonId;

/** Who people are. */
public interface PersonQueries {

    /** Names for staff; those who are not known, or were purged, are left out. */
    Map<PersonId, String> namesForStaff(Collection<PersonId> people);
}
