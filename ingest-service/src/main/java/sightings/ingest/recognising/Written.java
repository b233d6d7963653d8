package sightings.ingest.recognising;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Grade;

/**
 * One text with what is only worked out once something stands in it: its lines, its regions, the words it says. Most
 * texts never need any of that.
 */
final class Written {

    private final String text;
    private final @Nullable String path;
    private final FileKind kind;
    private final Map<String, Boolean> words = new HashMap<>();
    private @Nullable Lines lines;
    private @Nullable Grader grader;
    private @Nullable String lower;

    Written(String text, @Nullable String path, FileKind kind) {
        this.text = text;
        this.path = path;
        this.kind = kind;
    }

    String text() {
        return text;
    }

    @Nullable
    String path() {
        return path;
    }

    FileKind kind() {
        return kind;
    }

    Lines lines() {
        var known = lines;
        if (known == null) {
            known = new Lines(text);
            lines = known;
        }
        return known;
    }

    Grader grader() {
        var known = grader;
        if (known == null) {
            known = new Grader(text, path, kind);
            grader = known;
        }
        return known;
    }

    /** Whether the word, in lower case, stands anywhere in the text. */
    boolean says(String word) {
        return words.computeIfAbsent(word, lower()::contains);
    }

    boolean isProse(int position) {
        return grader().regionAt(position) != Regions.Kind.LIVE;
    }

    Grade gradeOfId(int start, int end) {
        return grader().ofId(start, end);
    }

    private String lower() {
        var known = lower;
        if (known == null) {
            known = text.toLowerCase(Locale.ROOT);
            lower = known;
        }
        return known;
    }
}
