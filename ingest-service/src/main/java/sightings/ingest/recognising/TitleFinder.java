package sightings.ingest.recognising;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.evidence.Grade;
import sightings.evidence.Method;
import sightings.evidence.Verification;

/** Finds datasets by distinctive titles in prose, only where their portal is spoken of. */
final class TitleFinder {

    static final String RULE = "title-in-prose";
    static final String RULE_BESIDE = "title-beside-portal";
    private static final double CONFIDENCE = 0.4;
    private static final double CONFIDENCE_BESIDE = 0.3;
    /** How far below the portal a list of its datasets goes. */
    private static final int LINES_BELOW = 15;

    private static final int MOST_MARKS = 12;
    /** What sentences begin with before a title. */
    private static final Set<String> BEFORE_TITLES = Set.of(
            "The", "Our", "See", "Using", "From", "And", "Der", "Die", "Das", "Le", "La", "Les", "El", "Los", "Las");

    private record Found(DatasetId dataset, int end, boolean distinctive) {}

    private final Written written;
    private final Lexicon lexicon;
    private final Context context;
    private final Hits hits;

    TitleFinder(Written written, Lexicon lexicon, Context context, Hits hits) {
        this.written = written;
        this.lexicon = lexicon;
        this.context = context;
        this.hits = hits;
    }

    void find() {
        if (context.isEmpty() || lexicon.titles().isEmpty()) {
            return;
        }
        var text = written.text();
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            boolean begins = i == 0 || !isWord(text.charAt(i - 1));
            int end = begins && mayBegin(text.charAt(i)) && !hits.cover(i) ? title(i) : -1;
            i = end > 0 ? end : endOfWord(text, i);
        }
    }

    /** Titles are written with a capital; the same words in small letters are only words. */
    private static boolean mayBegin(char c) {
        return Character.isUpperCase(c) || c >= '0' && c <= '9';
    }

    /** The end of the longest title that begins here; -1 where none does. */
    private int title(int start) {
        var text = written.text();
        Found found = null;
        Titles.@Nullable Node node = lexicon.titles().root();
        int i = start;
        while (i < text.length()) {
            int end = endOfWord(text, i);
            if (end - i > 40) {
                break;
            }
            node = node.then(text.substring(i, end).toLowerCase(Locale.ROOT));
            if (node == null) {
                break;
            }
            var dataset = node.dataset();
            if (dataset != null) {
                boolean distinctive = node.isDistinctive() && isOfSpokenPortal(dataset);
                if (distinctive || isBesidePortal(dataset, start, end)) {
                    found = new Found(dataset, end, distinctive);
                }
            }
            i = end;
            while (i < text.length() && i - end < 5 && isBetweenWords(text.charAt(i))) {
                i++;
            }
            if (i == end || i >= text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                break;
            }
        }
        if (found == null || !written.isProse(start) || isLinkText(text, found.end())) {
            return -1;
        }
        hits.add(new Hit(
                found.dataset(),
                start,
                found.end(),
                Grade.MENTION,
                Method.TITLE,
                Verification.TITLE_ONLY,
                found.distinctive() ? CONFIDENCE : CONFIDENCE_BESIDE,
                found.distinctive() ? RULE : RULE_BESIDE));
        return found.end();
    }

    /**
     * Whether it is written exactly as the portal writes it and is no part of a longer name, and either the portal itself
     * stands in the same line, or this is a line by itself below one with the portal.
     */
    private boolean isBesidePortal(DatasetId dataset, int start, int end) {
        var known = lexicon.catalogue().dataset(dataset);
        if (known.isEmpty() || !context.has(known.get().portal())) {
            return false;
        }
        var portal = known.get().portal();
        int line = written.lines().number(start);
        return context.hasItself(portal, line, LINES_BELOW)
                && Titles.words(written.text().substring(start, end))
                        .equals(Titles.words(known.get().title()))
                && !isInName(start, end)
                && (context.hasItself(portal, line, 0) || isLine(start, end));
    }

    /** Whether capitals go on before or behind it, as in the name of somebody's application. */
    private boolean isInName(int start, int end) {
        var text = written.text();
        boolean goesOn = end + 1 < text.length()
                && " -".indexOf(text.charAt(end)) >= 0
                && Character.isLetterOrDigit(text.charAt(end + 1))
                && !Character.isLowerCase(text.charAt(end + 1));
        return goesOn
                || start > 1
                        && text.charAt(start - 1) == ' '
                        && Character.isLetterOrDigit(text.charAt(start - 2))
                        && isName(text.substring(wordBefore(start - 1), start - 1));
    }

    private static boolean isName(String word) {
        return mayBegin(word.charAt(0)) && !BEFORE_TITLES.contains(word);
    }

    private int wordBefore(int end) {
        int start = end;
        while (start > 0
                && end - start < 40
                && Character.isLetterOrDigit(written.text().charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Whether nothing but marks of lists and emphasis stands beside it in its line. */
    private boolean isLine(int start, int end) {
        return isMarks(start, -1) && isMarks(end - 1, 1);
    }

    private boolean isMarks(int from, int step) {
        var text = written.text();
        for (int i = from + step; i >= 0 && i < text.length() && text.charAt(i) != '\n'; i += step) {
            if (Character.isLetterOrDigit(text.charAt(i)) || Math.abs(i - from) > MOST_MARKS) {
                return false;
            }
        }
        return true;
    }

    private boolean isOfSpokenPortal(DatasetId dataset) {
        return lexicon.catalogue().dataset(dataset).stream().anyMatch(known -> context.has(known.portal()));
    }

    /** What a link is called; its address says better which dataset is meant. */
    private static boolean isLinkText(String text, int end) {
        int i = end;
        while (i < text.length() && i - end < 40 && "\n[<".indexOf(text.charAt(i)) < 0) {
            if (text.charAt(i) == ']') {
                return i + 1 < text.length() && "([".indexOf(text.charAt(i + 1)) >= 0;
            }
            i++;
        }
        return text.regionMatches(true, i, "</a", 0, 3);
    }

    private static boolean isBetweenWords(char c) {
        return c == ' ' || c == '-' || c == '–' || c == '(' || c == ')' || c == ',' || c == ':' || c == '/' || c == '&'
                || c == '\'';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static int endOfWord(String text, int from) {
        int end = from + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
