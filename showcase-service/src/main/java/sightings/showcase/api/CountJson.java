package sightings.showcase.api;

import org.jspecify.annotations.Nullable;
import sightings.showcase.usage.PublicCount;

/**
 * A number as far as the public may know it.
 *
 * @param value what is told of it; 0 where it is too small to be told
 * @param exact whether that is all of it
 * @param fewerThan where it is too small: that it is of fewer accesses or fewer visitors than this; else absent
 */
record CountJson(long value, boolean exact, @Nullable Integer fewerThan) {

    static CountJson of(PublicCount count) {
        return switch (count) {
            case PublicCount.Exact(long value) -> new CountJson(value, true, null);
            case PublicCount.AtLeast(long value) -> new CountJson(value, false, null);
            case PublicCount.FewerThan(int threshold) -> new CountJson(0, false, threshold);
        };
    }
}
