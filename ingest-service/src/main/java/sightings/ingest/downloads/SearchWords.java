package sightings.ingest.downloads;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Brings what people type into a search into one form, and leaves out what looks like somebody's data. */
final class SearchWords {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;
    private static final int LONGEST_TYPED = 400;
    private static final int DIGITS_TOGETHER = 5;
    private static final int DIGITS = 8;

    private SearchWords() {}

    /**
     * The words in small letters with one space between them, letters and digits only.
     *
     * @return empty where they are fewer than 3 letters or more than 60, or digits alone, and where they look like an e-mail address, an
     *     address of the web, a telephone number, another long number, or an expression of a query language
     */
    static Optional<String> of(String typed) {
        if (typed.length() > LONGEST_TYPED || isOfAPerson(typed) || typed.indexOf(':') >= 0) {
            return Optional.empty();
        }
        var words = new StringBuilder(Math.min(LONGEST, typed.length()));
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain.codePoints().forEach(letter -> {
            if (Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK) {
                words.appendCodePoint(letter);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        var text = words.toString().strip();
        boolean word = text.codePoints().anyMatch(Character::isLetter);
        return !word || text.length() < SHORTEST || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    }

    /** The single words. */
    static List<String> each(String words) {
        return List.of(words.split(" "));
    }

    /**
     * Whether a text looks like it names or numbers somebody: with an at sign, with more than 5 digits in a row, or with
     * more than 8 of them as telephone numbers have, however divided.
     */
    static boolean isOfAPerson(String text) {
        int together = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '@' || letter == '\uFF20') {
                return true;
            }
            together = Character.isDigit(letter) ? together + 1 : 0;
            all += Character.isDigit(letter) ? 1 : 0;
            if (together > DIGITS_TOGETHER || all > DIGITS) {
                return true;
            }
        }
        return false;
    }
}
