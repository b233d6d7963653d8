package sightings.ingest.commands;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command line as most are written: each option a word by itself and its value the next word. The option parser knows many
 * more ways, and to start it takes longer than many a run of a command: so it is asked only where this does not do.
 */
final class PlainWords {

    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    private PlainWords() {}

    /**
     * Reads what stands behind the name of a command.
     *
     * @param flags options without a value
     * @param single options with a value, which may be given once
     * @param many options with a value, which may be given again
     * @return empty where any word is another option, lacks its value, or may mean something to the option parser alone
     */
    static Optional<PlainWords> read(List<String> words, Set<String> flags, Set<String> single, Set<String> many) {
        var read = new PlainWords();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean valued = single.contains(word) || many.contains(word);
            if (flags.contains(word)) {
                read.values.put(word, List.of());
            } else if (valued && i + 1 < words.size() && isPlain(words.get(i + 1))) {
                var all = read.values.computeIfAbsent(word, _ -> new ArrayList<>());
                all.add(words.get(++i));
                if (single.contains(word) && all.size() > 1) {
                    return Optional.empty();
                }
            } else if (!valued && (isPlain(word) || word.equals("-"))) {
                read.rest.add(word);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(read);
    }

    private static boolean isPlain(String word) {
        return !word.isBlank() && "-@\"'".indexOf(word.charAt(0)) < 0;
    }

    /** Whether the option was given. */
    boolean has(String option) {
        return values.containsKey(option);
    }

    /** The option's value; null where it was not given. */
    @Nullable
    String value(String option) {
        var given = values(option);
        return given.isEmpty() ? null : given.getFirst();
    }

    /** All values of the option. */
    List<String> values(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** What is no option and no value of one. */
    List<String> rest() {
        return rest;
    }
}
