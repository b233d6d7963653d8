package sightings.ingest.usage;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/**
 * Whole numbers by name, where 0 is as good as nothing: what a visit has come to, what it gives to the day of its dataset,
 * or how much more that is than before. Two with the same numbers are written alike. Names hold no line ends.
 */
final class Tally {

    private final SortedMap<String, Long> numbers = new TreeMap<>();

    void add(String name, long number) {
        long sum = of(name) + number;
        if (sum == 0) {
            numbers.remove(name);
        } else {
            numbers.put(name, sum);
        }
    }

    /** Adds the other so many times. */
    void add(Tally other, int times) {
        other.forEach((name, number) -> add(name, number * times));
    }

    long of(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** In order of their names. */
    void forEach(ObjLongConsumer<String> taker) {
        numbers.forEach(taker::accept);
    }

    /** Those whose names begin so. */
    SortedMap<String, Long> beginningWith(String start) {
        return Collections.unmodifiableSortedMap(numbers.subMap(start, start + Character.MAX_VALUE));
    }

    String write() {
        var text = new StringBuilder();
        numbers.forEach(
                (name, number) -> text.append(number).append(' ').append(name).append('\n'));
        return text.toString();
    }

    /** Of what {@link #write} wrote; lines of another form are passed over. */
    static Tally read(String text) {
        var tally = new Tally();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            int space = text.indexOf(' ', from);
            if (space > from && space < end) {
                tally.readLine(text, from, space, end);
            }
            from = end + 1;
        }
        return tally;
    }

    private void readLine(String text, int from, int space, int end) {
        try {
            add(text.substring(space + 1, end), Long.parseLong(text, from, space, 10));
        } catch (NumberFormatException e) {
            // Of an older release, on its way while the service was replaced.
        }
    }

    @Override
    public String toString() {
        return numbers.toString();
    }
}
