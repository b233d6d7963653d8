package sightings.ingest.recognising;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.evidence.Grade;
import sightings.evidence.Method;
import sightings.evidence.Verification;

/** Finds datasets by distinctive titles in prose, only where their portal is spoken of. */
final class TitleFinder {

    static final String RULE = "title-in-prose";
    private static final double CONFIDENCE = 0.4;

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
        DatasetId dataset = null;
        int titleEnd = -1;
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
            if (node.dataset() != null) {
                dataset = node.dataset();
                titleEnd = end;
            }
            i = end;
            while (i < text.length() && i - end < 5 && isBetweenWords(text.charAt(i))) {
                i++;
            }
            if (i == end || i >= text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                break;
            }
        }
        if (dataset == null || !isOfSpokenPortal(dataset) || !written.isProse(start) || isLinkText(text, titleEnd)) {
            return -1;
        }
        hits.add(new Hit(
                dataset, start, titleEnd, Grade.MENTION, Method.TITLE, Verification.TITLE_ONLY, CONFIDENCE, RULE));
        return titleEnd;
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
