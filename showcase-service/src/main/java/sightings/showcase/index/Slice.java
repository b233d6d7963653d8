package sightings.showcase.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list that is read to its end, however long it is.
 *
 * @param items in order
 * @param next where the next part begins; null at the end
 * @param <T> what is listed
 */
public record Slice<T>(List<T> items, @Nullable Cursor next) {

    public Slice {
        items = List.copyOf(items);
    }
}
