package sightings.event;

import sightings.evidence.UseId;

/** What happened to a use: finds of it, and what staff decided. */
public sealed interface UseEvent extends Event permits UseSighted, SightingConfirmed, SightingWithdrawn, UseDecision {

    /** The use. */
    UseId use();

    @Override
    default Topic topic() {
        return Topic.USES;
    }

    @Override
    default String subject() {
        return use().value();
    }
}
