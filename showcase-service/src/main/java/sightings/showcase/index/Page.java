package sightings.showcase.index;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param items in order
 * @param total how many there are in all
 * @param number of the page, from 1
 * @param size of a full page
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, long total, int number, int size) {

    /** The deepest item that pages reach; the API's cursor goes further. */
    public static final int REACH = 10_000;

    public Page {
        items = List.copyOf(items);
    }

    /** How many pages there are. */
    public int pages() {
        return (int) ((Math.min(total, REACH) + size - 1) / size);
    }

    /** Whether another page follows. */
    public boolean hasNext() {
        return number < pages();
    }

    /** Whether a page stands before. */
    public boolean hasPrevious() {
        return number > 1;
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), total, number, size);
    }
}
