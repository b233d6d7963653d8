package sightings.ingest.recognising;

import java.util.List;

/** What looks like a reference but is nothing that the catalogue knows; only explanations speak of it. */
final class Strangers {

    private static final String SCHEME = "://";

    private final Written written;
    private final Lexicon lexicon;
    private final List<Hit> hits;
    private final Trace trace;

    Strangers(Written written, Lexicon lexicon, List<Hit> hits, Trace trace) {
        this.written = written;
        this.lexicon = lexicon;
        this.hits = hits;
        this.trace = trace;
    }

    void find() {
        findHosts();
        findIds();
    }

    private void findHosts() {
        var text = written.text();
        for (int at = text.indexOf(SCHEME); at >= 0 && trace.isOn(); at = text.indexOf(SCHEME, at + 1)) {
            int start = at + SCHEME.length();
            int end = start;
            while (end < text.length() && Characters.isHost(text.charAt(end))) {
                end++;
            }
            if (end > start && !isKnown(start, end) && !isFound(start)) {
                int last = AddressReader.read(text, end).end();
                trace.refused(
                        start, last, Refusals.unknownHost(text.substring(start, end), text.substring(start, last)));
            }
        }
    }

    private boolean isKnown(int start, int end) {
        var text = written.text();
        for (int dot = text.indexOf('.', start, end); dot >= 0; dot = text.indexOf('.', dot + 1, end)) {
            if (lexicon.hosts().at(text, dot) != null) {
                return true;
            }
        }
        return false;
    }

    private void findIds() {
        var text = written.text();
        int i = 0;
        while (i < text.length() && trace.isOn()) {
            int end = i;
            while (end < text.length() && Characters.isKey(text.charAt(end))) {
                end++;
            }
            if (end - i >= 9 && end - i <= 40) {
                var key = text.substring(i, end);
                boolean looksLikeAnId = Keys.isNumber(key)
                        || Keys.isFourByFour(key) && Characters.hasDigit(key, 0, 9) && Characters.hasLetter(key, 0, 9);
                if (looksLikeAnId && !isFound(i) && lexicon.anywhere(key).isEmpty()) {
                    trace.refused(i, end, Refusals.unknownId(key));
                }
            }
            i = Math.max(end, i + 1);
        }
    }

    private boolean isFound(int position) {
        return hits.stream().anyMatch(hit -> position >= hit.start() && position < hit.end());
    }
}
