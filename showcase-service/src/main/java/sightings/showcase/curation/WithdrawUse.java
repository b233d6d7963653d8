package sightings.showcase.curation;

import org.jspecify.annotations.Nullable;
import sightings.event.PersonId;
import sightings.evidence.UseId;

/**
 * Take a published story back from the public.
 *
 * @param use the use
 * @param by who asks
 * @param basedOn number of the last accepted decision that the person saw
 * @param note why
 */
public record WithdrawUse(
        UseId use, PersonId by, int basedOn, @Nullable String note) implements UseCommand {}
