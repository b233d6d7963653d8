package sightings.ingest.recognising;

import sightings.dataset.DatasetId;

/**
 * Finds ids that stand apart from their host and are nobody else's: {@code abcd-1234}, uuids, items of 32 digits. It
 * looks where such an id must have a hyphen or, in any 32 characters, a digit, and nowhere else.
 */
final class IdFinder {

    private static final int FOUR_BY_FOUR = 9;
    private static final int ITEM = 32;
    private static final int STRIDE = ITEM / 2;
    private static final int UUID = 36;

    private final Written written;
    private final Lexicon lexicon;
    private final Hits hits;
    private final IdJudge judge;

    IdFinder(Written written, Lexicon lexicon, Hits hits, IdJudge judge) {
        this.written = written;
        this.lexicon = lexicon;
        this.hits = hits;
        this.judge = judge;
    }

    void find() {
        findHyphenated();
        if (lexicon.hasNumbers()) {
            findItems();
        }
    }

    private void findHyphenated() {
        var text = written.text();
        var known = lexicon.fourByFours();
        for (int hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
            int start = hyphen - 4;
            if (start >= 0 && start + FOUR_BY_FOUR <= text.length() && known.contain(text, start)) {
                fourByFour(text, start);
            } else if (mayBeUuid(text, hyphen)) {
                number(hyphen - 8, hyphen - 8 + UUID);
            }
        }
    }

    /** Also in the names of files, tables and variables: {@code abcd-1234_rows}, {@code crimes_abcd-1234}. */
    private void fourByFour(String text, int start) {
        int end = start + FOUR_BY_FOUR;
        boolean begins = beginsAt(text, start);
        boolean ends = endsAt(text, end);
        if (begins && ends || isPartOfName(text, start, end, begins, ends)) {
            key(start, end);
        }
    }

    private static boolean isPartOfName(String text, int start, int end, boolean begins, boolean ends) {
        boolean part = begins && !ends && text.charAt(end) == '_'
                || ends && !begins && Characters.isJoint(text.charAt(start - 1)) && !isDigest(text, end);
        return part && (Characters.hasDigit(text, start, end) || !Keys.readsLikeWords(text, start));
    }

    /** In the base64 of digests and tokens any four letters stand beside any others: {@code sha512-abcd-1234+Ab0...}. */
    private static boolean isDigest(String text, int end) {
        return end + 1 < text.length()
                && "+=".indexOf(text.charAt(end)) >= 0
                && Characters.isAlphanumeric(text.charAt(end + 1));
    }

    private static boolean mayBeUuid(String text, int hyphen) {
        return hyphen >= 8
                && hyphen + 28 <= text.length()
                && text.charAt(hyphen + 5) == '-'
                && text.charAt(hyphen + 10) == '-'
                && text.charAt(hyphen + 15) == '-'
                && Characters.isHex(text.charAt(hyphen - 1))
                && Characters.isHex(text.charAt(hyphen + 1));
    }

    private void findItems() {
        var text = written.text();
        // Wherever 32 digits stand, two of the places that are looked at are among them.
        for (int i = STRIDE - 1; i + STRIDE < text.length(); i += STRIDE) {
            if (!Characters.isHex(text.charAt(i)) || !Characters.isHex(text.charAt(i + STRIDE))) {
                continue;
            }
            int start = i;
            while (start > 0 && i - start < ITEM + 8 && Characters.isHex(text.charAt(start - 1))) {
                start--;
            }
            int end = i + 1;
            while (end < text.length() && end - i < ITEM + 8 && Characters.isHex(text.charAt(end))) {
                end++;
            }
            if (end - start > ITEM && Escapes.endAt(text, end - ITEM)) {
                start = end - ITEM;
            }
            if (end - start == ITEM) {
                number(start, end);
            }
        }
    }

    /** With what some portals put before it, and the number of the layer behind it. */
    private void number(int from, int to) {
        var text = written.text();
        int start = from >= 2 && text.startsWith("d_", from - 2) ? from - 2 : from;
        int end = to;
        if (to - from == ITEM && end + 1 < text.length() && text.charAt(end) == '_' && isDigit(text.charAt(end + 1))) {
            end++;
            while (end < text.length() && isDigit(text.charAt(end)) && end - to < 4) {
                end++;
            }
        }
        if (beginsAt(text, start) && endsAt(text, end) && !key(start, end) && end > to) {
            key(start, to);
        }
    }

    private boolean key(int start, int end) {
        if (hits.cover(start)) {
            return false;
        }
        var key = written.text().substring(start, end);
        for (String portal : lexicon.catalogue().portalsWith(key)) {
            var dataset = lexicon.catalogue().at(portal, key);
            if (dataset.isPresent() && judge.judge(dataset.get(), portal, start, end)) {
                return true;
            }
        }
        var anywhere = lexicon.anywhere(key);
        return anywhere.isPresent() && judge.judge(anywhere.get(), portalOf(anywhere.get()), start, end);
    }

    private String portalOf(DatasetId dataset) {
        return lexicon.catalogue().dataset(dataset).orElseThrow().portal();
    }

    private static boolean beginsAt(String text, int start) {
        int i = start;
        // Rules and list marks, as in --abcd-1234, belong to nobody.
        while (i > 0 && start - i < 4 && Characters.isJoint(text.charAt(i - 1))) {
            i--;
        }
        return i == 0 || !Characters.isKey(text.charAt(i - 1)) || i == start && Escapes.endAt(text, start);
    }

    private static boolean endsAt(String text, int end) {
        int i = end;
        while (i < text.length() && i - end < 4 && Characters.isJoint(text.charAt(i))) {
            i++;
        }
        return i >= text.length() || !Characters.isKey(text.charAt(i));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
