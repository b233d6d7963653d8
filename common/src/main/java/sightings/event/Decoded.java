package sightings.event;

/** What came of reading a record. An unknown or broken record is an outcome, not an exception. */
public sealed interface Decoded {

    /**
     * The record holds this event.
     *
     * @param id the CloudEvents id
     * @param event the event
     */
    record Read(String id, Event event) implements Decoded {}

    /**
     * What the key named is gone.
     *
     * @param key the record's key
     */
    record Tombstone(String key) implements Decoded {}

    /**
     * A type, or a newer version of one, that this release does not know.
     *
     * @param type the CloudEvents type
     */
    record Unknown(String type) implements Decoded {}

    /**
     * Not an event at all, or a broken one.
     *
     * @param reason for staff, without the record's content
     */
    record Unreadable(String reason) implements Decoded {}
}
