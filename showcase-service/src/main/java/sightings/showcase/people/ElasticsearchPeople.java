package sightings.showcase.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Repository;
import sightings.event.PersonId;
import sightings.showcase.index.Documents;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchPeople implements PersonQueries {

    private final Documents documents;

    ElasticsearchPeople(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Map<PersonId, String> namesForStaff(Collection<PersonId> people) {
        var names = new LinkedHashMap<PersonId, String>();
        documents
                .getAll(
                        PersonDocument.INDEX,
                        people.stream().map(PersonId::value).toList())
                .values()
                .forEach(person -> {
                    var name = person.name();
                    if (name != null) {
                        names.put(person.id(), name);
                    }
                });
        return names;
    }
}
