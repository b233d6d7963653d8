package sightings.evidence;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be told to staff, with a code by which the desk finds it in the reader's language. An enum constant:
 * its name is the code and is never changed, since it is kept in events. {@code {0}}, {@code {1}}, ... in its English
 * words stand for arguments.
 */
public interface Saying {

    /** The code. */
    String name();

    /** The words, in English. */
    String english();

    /** Said with these arguments, of which each is written as it is: a name, an address, a number, a technical reason. */
    default Said with(@Nullable Object... arguments) {
        var written = Arrays.stream(arguments).map(String::valueOf).toList();
        return new Said(name(), written, fill(english(), written));
    }

    /** The words with arguments in their places. */
    static String fill(String words, List<String> arguments) {
        var filled = new StringBuilder();
        int from = 0;
        for (int i = words.indexOf('{'); i >= 0; i = words.indexOf('{', from)) {
            int number = words.charAt(i + 1) - '0';
            filled.append(words, from, i).append(number < arguments.size() ? arguments.get(number) : "?");
            from = i + 3;
        }
        return filled.append(words.substring(from)).toString();
    }
}
