package sightings.event;

import java.time.Instant;

/**
 * Staff no longer want a feed that they had added to be watched. A feed of the settings stays.
 *
 * @param address its http or https address
 * @param by who asked
 * @param time when
 */
public record FeedRemoved(String address, PersonId by, Instant time) implements FeedInstruction {}
