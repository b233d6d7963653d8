package sightings.showcase.desk;

import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import sightings.event.PersonDescribed;
import sightings.event.PersonId;
import sightings.evidence.Hashes;
import sightings.showcase.index.IndexAway;
import sightings.showcase.people.PersonQueries;

/** The people at the desk. Decisions name them by an id that says nothing; the audit trail joins the name. */
@Component
class Staff {

    private static final Logger log = LoggerFactory.getLogger(Staff.class);

    private final PersonQueries people;
    private final Decisions decisions;
    private final InstantSource clock;

    Staff(PersonQueries people, Decisions decisions, InstantSource clock) {
        this.people = people;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Who is signed in. */
    static PersonId id(Principal principal) {
        return id(principal.getName());
    }

    private static PersonId id(String user) {
        return new PersonId(Hashes.id("staff", user));
    }

    /** Says who a person is, unless that is known. Where Kafka or Elasticsearch is away, the next sign-in says it. */
    void introduce(String user) {
        var id = id(user);
        try {
            if (!people.namesForStaff(List.of(id)).containsKey(id)
                    && !decisions.send(List.of(new PersonDescribed(id, user, true, clock.instant())))) {
                log.warn("desk: Kafka is away, so the audit trail does not know a name yet; the next sign-in says it");
            }
        } catch (IndexAway e) {
            log.warn("desk: Elasticsearch is away, so a name for the audit trail could not be looked up");
        }
    }
}
