package sightings.ingest.catalogue;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;

/**
 * Which words stand in the titles, keywords and descriptions of which datasets. Singular and plural of English are one
 * word, and the beginning of a word stands for it, as in the searches of portals. It never changes.
 */
final class CatalogueWords {

    private static final int SHORTEST = 3;

    /** Word to the numbers of the datasets that have it. */
    private final TreeMap<String, BitSet> words = new TreeMap<>();

    CatalogueWords(Collection<Dataset> datasets) {
        int number = 0;
        for (Dataset dataset : datasets) {
            add(dataset.title(), number);
            add(dataset.description(), number);
            add(dataset.category(), number);
            add(dataset.publisher(), number);
            for (String keyword : dataset.keywords()) {
                add(keyword, number);
            }
            number++;
        }
    }

    /**
     * Whether one dataset has all of these words. Words of less than three letters are had by all.
     *
     * @param wanted in small letters
     */
    boolean together(List<String> wanted) {
        BitSet found = null;
        for (String word : wanted) {
            if (word.length() >= SHORTEST) {
                var having = having(stem(word));
                if (found == null) {
                    found = having;
                } else {
                    found.and(having);
                }
                if (found.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private BitSet having(String stem) {
        var having = new BitSet();
        for (Map.Entry<String, BitSet> word : words.tailMap(stem).entrySet()) {
            if (!word.getKey().startsWith(stem)) {
                break;
            }
            having.or(word.getValue());
        }
        return having;
    }

    private void add(@Nullable String text, int number) {
        if (text == null) {
            return;
        }
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                if (i - from >= SHORTEST) {
                    words.computeIfAbsent(stem(text.substring(from, i).toLowerCase(Locale.ROOT)), _ -> new BitSet())
                            .set(number);
                }
                from = i + 1;
            }
        }
    }

    private static String stem(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4 && (word.endsWith("ses") || word.endsWith("xes") || word.endsWith("hes"))) {
            return word.substring(0, length - 2);
        }
        return length > SHORTEST && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, length - 1) : word;
    }
}
