package sightings.event;

import java.time.Instant;
import java.time.LocalDate;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;

/**
 * Staff say that people also link to the dataset in this way. No harvest takes it away again.
 *
 * @param dataset the dataset
 * @param kind what the value is
 * @param value the host, id, name, file id or address itself
 * @param since the first day on which it was known
 * @param by who said so
 * @param time when
 */
public record AliasAdded(
        DatasetId dataset, Reference.Kind kind, String value, LocalDate since, PersonId by, Instant time)
        implements AliasInstruction {

    /** The reference that the dataset has from now on. */
    public Reference reference() {
        return new Reference(kind, value, since);
    }
}
