package sightings.event;

import sightings.evidence.UseId;

/**
 * One half of what staff decided on two uses that are one thing. The halves go in one transaction, each on the key of its
 * own use: {@link UseMerged} with {@link UseAbsorbed}, {@link UseSplit} with {@link UseReleased}. Each use accepts or
 * refuses its half by its own last decision.
 */
public sealed interface MergeDecision extends UseDecision permits UseMerged, UseAbsorbed, UseSplit, UseReleased {

    /** The use of the other half. */
    UseId other();
}
