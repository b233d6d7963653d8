package sightings.ingest.github;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for, in an order that a restart or a new catalogue does not upset: each host by itself, then the ids
 * of datasets, as many at once as a query may hold. Pure.
 */
final class Terms {

    /** Leaves room in the query for what slicing adds to it. */
    private static final int MAX_LENGTH = 180;

    private static final int MAX_WORDS = Slice.MAX_OPERATORS + 1;

    private final TreeSet<String> words = new TreeSet<>();
    private final boolean together;

    private Terms(Collection<String> words, boolean together) {
        words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty() && word.length() <= MAX_LENGTH && !word.contains("\""))
                .forEach(this.words::add);
        this.together = together;
    }

    /** Each word in a search of its own. */
    static Terms apart(Collection<String> words) {
        return new Terms(words, false);
    }

    /** As many words in one search as a query may hold. */
    static Terms together(Collection<String> words) {
        return new Terms(words, true);
    }

    /**
     * The words to search for next.
     *
     * @param last the last word of those before; null at the beginning. It need not be among the words any more
     */
    Optional<List<String>> after(@Nullable String last) {
        var next = new ArrayList<String>();
        int length = 0;
        for (String word : last == null ? words : words.tailSet(last, false)) {
            length += word.length() + 6;
            if (next.size() == (together ? MAX_WORDS : 1) || length > MAX_LENGTH && !next.isEmpty()) {
                break;
            }
            next.add(word);
        }
        return next.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(next));
    }
}
