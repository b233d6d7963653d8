package sightings.event;

import java.time.Instant;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;

/**
 * Staff take an alias of theirs back: it was a mistake. What the portal itself says of the dataset stays.
 *
 * @param dataset the dataset
 * @param kind what the value is
 * @param value the host, id, name, file id or address itself
 * @param by who took it back
 * @param time when
 */
public record AliasRemoved(DatasetId dataset, Reference.Kind kind, String value, PersonId by, Instant time)
        implements AliasInstruction {}
