package sightings.ingest.recognising;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells whether a value is put into an address where a name stands: {@code ID = "trees"} and elsewhere
 * {@code "...?id={ID}"}, {@code "...?id=$ID"} or {@code "...?id=" + ID}. It looks for so many variables of a text and no
 * more, since it reads the text once for each.
 */
final class Placeholders {

    private static final int MOST = 30;
    private static final int LONGEST = 40;

    private final String text;
    private final Map<String, Boolean> known = new HashMap<>();

    Placeholders(String text) {
        this.text = text;
    }

    /** Whether the value that begins here, behind its quote if it has one, is that of such a variable. */
    boolean take(int start) {
        int end = start;
        if (Characters.isQuote(text.charAt(end - 1))) {
            end--;
        }
        end = withoutBlanks(end);
        int before = withoutSigns(end);
        if (before == end || before == 0) {
            return false;
        }
        end = withoutBlanks(before);
        int name = begin(end);
        int type = withoutBlanks(name);
        if (type > 0 && text.charAt(type - 1) == ':') {
            // As in id: string = "trees".
            end = withoutBlanks(type - 1);
            name = begin(end);
        }
        return name < end && isPut(text.substring(name, end));
    }

    private boolean isPut(String variable) {
        var answer = known.get(variable);
        if (answer == null) {
            answer = known.size() < MOST && put(variable).matcher(text).find();
            known.put(variable, answer);
        }
        return answer;
    }

    private static Pattern put(String variable) {
        return Pattern.compile("[=/](?:[$#%]?[{(]\\s?|\\$|[\"'`]\\s?(?:[,+.&]|\\+\\+|\\.\\.|\\|\\||<>)\\s?\\$?)"
                + Pattern.quote(variable) + "(?![\\w])");
    }

    private int withoutBlanks(int end) {
        int i = end;
        while (i > 0 && end - i < LONGEST && text.charAt(i - 1) == ' ') {
            i--;
        }
        return i;
    }

    /** What assigns: {@code =}, {@code :=}, {@code <-}, {@code :}. */
    private int withoutSigns(int end) {
        int i = end;
        while (i > 0 && end - i < 2 && "=:<-".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private int begin(int end) {
        int i = end;
        while (i > 0
                && end - i < LONGEST
                && (Characters.isAlphanumeric(text.charAt(i - 1)) || text.charAt(i - 1) == '_')) {
            i--;
        }
        return i;
    }
}
