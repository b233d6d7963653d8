package sightings.ingest.usage;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import sightings.event.DatasetAccessed;

/**
 * One access on its way to the count of its dataset's day: only what is counted, in the program's own form, since nobody
 * else reads it.
 *
 * @param cell hour, class, tool and kind as a key that sorts
 * @param visitor the day's pseudonym
 */
record CountedAccess(String cell, String visitor) {

    private static final char SEPARATOR = '\t';

    static CountedAccess of(DatasetAccessed access) {
        return new CountedAccess(
                "%02d".formatted(access.time().atOffset(ZoneOffset.UTC).getHour())
                        + SEPARATOR
                        + access.accessClass()
                        + SEPARATOR
                        + access.tool().replace(SEPARATOR, ' ')
                        + SEPARATOR
                        + access.kind(),
                access.visitor().value());
    }

    String write() {
        return visitor + SEPARATOR + cell;
    }

    static @Nullable CountedAccess read(String text) {
        int end = text.indexOf(SEPARATOR);
        return end < 0 ? null : new CountedAccess(text.substring(end + 1), text.substring(0, end));
    }
}
