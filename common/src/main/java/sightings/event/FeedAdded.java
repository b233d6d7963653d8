package sightings.event;

import java.time.Instant;

/**
 * Staff want this feed to be watched too.
 *
 * @param address its http or https address
 * @param by who asked
 * @param time when
 */
public record FeedAdded(String address, PersonId by, Instant time) implements FeedInstruction {}
