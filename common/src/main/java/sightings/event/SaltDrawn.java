package sightings.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The random salt of one log day's pseudonyms. A tombstone destroys it.
 *
 * @param day UTC day, with the import part behind a slash where the day was closed: {@code 2026-11-23/-}
 * @param part import part, {@code -} for the open day
 * @param salt 32 random bytes in base64
 * @param time when it was drawn or, to the hour, last used: 48 hours later, or what {@code city.yml} sets, its day can grow no
 *     more
 */
public record SaltDrawn(LocalDate day, String part, String salt, Instant time) implements Event {

    @Override
    public Topic topic() {
        return Topic.SALTS;
    }

    @Override
    public String subject() {
        return day + "/" + part;
    }

    /** Never shows the salt. */
    @Override
    public String toString() {
        return "SaltDrawn[" + day + "/" + part + "]";
    }
}
