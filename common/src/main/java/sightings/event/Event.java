package sightings.event;

import java.time.Instant;

/**
 * Something that happened. An event is never changed or taken back; its opposite is another event. It names a person
 * by id only, and never holds an address of a visitor, a raw user agent or a secret.
 */
public sealed interface Event
        permits CatalogueEvent,
                PlaceObserved,
                PlaceGone,
                PlaceConfirmed,
                UseEvent,
                DatasetAccessed,
                AccessesRead,
                UsageCounted,
                EntryEvent,
                PersonDescribed,
                CheckpointEvent,
                SaltDrawn,
                Instruction {

    /** Where it is kept. */
    Topic topic();

    /**
     * What it is about: the CloudEvents {@code subject}. It decides the partition, so that all events of one subject are
     * in one order.
     */
    String subject();

    /** When it happened, as opposed to when it was sent: the CloudEvents {@code time}. */
    Instant time();
}
