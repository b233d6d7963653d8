package sightings.showcase.index;

/**
 * A document as it is at this moment, searchable or not.
 *
 * @param document the document
 * @param offset the offset in its partition up to which events are in it
 * @param <T> what it is
 */
public record Versioned<T>(T document, long offset) {}
