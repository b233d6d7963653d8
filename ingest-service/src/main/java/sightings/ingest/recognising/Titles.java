package sightings.ingest.recognising;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;

/**
 * The titles that are distinctive enough to name their dataset in prose, word by word. One of two telling words does so
 * only beside its portal; a shorter or general title names nothing, nor does one that two datasets share.
 */
final class Titles {

    private static final int LEAST_WORDS = 3;
    private static final int LEAST_LETTERS = 16;
    private static final int LEAST_WORDS_BESIDE = 2;
    private static final int LEAST_LETTERS_BESIDE = 12;
    private static final int MOST_WORDS = 20;
    private static final Set<String> COMMON = Set.of(
            "a",
            "an",
            "and",
            "at",
            "by",
            "city",
            "current",
            "data",
            "dataset",
            "datasets",
            "for",
            "from",
            "in",
            "list",
            "map",
            "of",
            "on",
            "open",
            "or",
            "present",
            "public",
            "table",
            "the",
            "to",
            "with");

    /** A word of a title, with those that may follow it. */
    static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private @Nullable DatasetId dataset;
        private boolean shared;
        private boolean distinctive;

        @Nullable
        Node then(String word) {
            return next.get(word);
        }

        @Nullable
        DatasetId dataset() {
            return shared ? null : dataset;
        }

        /** Whether it names its dataset wherever the portal is spoken of, rather than beside the portal alone. */
        boolean isDistinctive() {
            return distinctive;
        }
    }

    private final Node root = new Node();

    Titles(Collection<Dataset> datasets) {
        datasets.forEach(this::add);
    }

    Node root() {
        return root;
    }

    boolean isEmpty() {
        return root.next.isEmpty();
    }

    /** The words of a title, as they are written. */
    static List<String> words(String title) {
        return Arrays.stream(title.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void add(Dataset dataset) {
        var words = dataset.title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        int telling = 0;
        int letters = 0;
        int all = 0;
        for (String word : words) {
            if (!word.isEmpty()) {
                all++;
                telling += COMMON.contains(word) ? 0 : 1;
                letters += word.length();
            }
        }
        boolean distinctive = telling >= LEAST_WORDS && letters >= LEAST_LETTERS;
        boolean beside = telling >= LEAST_WORDS_BESIDE && letters >= LEAST_LETTERS_BESIDE;
        if (!distinctive && !beside || all > MOST_WORDS) {
            return;
        }
        var node = root;
        for (String word : words) {
            if (!word.isEmpty()) {
                node = node.next.computeIfAbsent(word, _ -> new Node());
            }
        }
        node.shared = node.dataset != null && !node.dataset.equals(dataset.id());
        node.dataset = dataset.id();
        node.distinctive = distinctive;
    }
}
