package sightings.event;

import sightings.dataset.DatasetId;
import sightings.dataset.Reference;

/** What staff say of one form in which people link to a dataset, beside what the portal says. */
public sealed interface AliasInstruction extends Instruction permits AliasAdded, AliasRemoved {

    /** The dataset. */
    DatasetId dataset();

    /** What the value is. */
    Reference.Kind kind();

    /** The host, id, name, file id or address itself. */
    String value();

    @Override
    default String subject() {
        return "alias/" + dataset() + "/" + kind() + "/" + value();
    }
}
