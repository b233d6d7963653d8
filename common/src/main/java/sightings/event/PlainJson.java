package sightings.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts JSON together from what needs no escapes, straight in bytes; and says where something did need some. */
final class PlainJson {

    private static final boolean[] PLAIN = plain();

    private byte[] bytes;
    private int filled;
    private boolean plain = true;
    private @Nullable String lastText;
    private byte[] lastAdded = {};

    /** @param size bytes that it will hold about; it takes more as well */
    PlainJson(int size) {
        bytes = new byte[size];
    }

    /** What stands between texts, as a constant that is made once. */
    static byte[] syntax(String json) {
        return json.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether JSON has the letter as it is, in one byte. */
    static boolean isPlain(char letter) {
        return letter >= ' ' && letter < 0x7F && letter != '"' && letter != '\\';
    }

    private static boolean[] plain() {
        var plain = new boolean[256];
        for (char letter = 0; letter < plain.length; letter++) {
            plain[letter] = isPlain(letter);
        }
        return plain;
    }

    /** Adds bytes as they are. */
    PlainJson add(byte[] json) {
        ensure(json.length);
        System.arraycopy(json, 0, bytes, filled, json.length);
        filled += json.length;
        return this;
    }

    /** Adds a text. */
    PlainJson add(String text) {
        // To copy it first costs less than to ask the string for each of its letters.
        var letters = text.getBytes(StandardCharsets.UTF_8);
        boolean good = true;
        for (byte letter : letters) {
            good &= PLAIN[letter & 0xFF];
        }
        plain &= good;
        return add(letters);
    }

    /** Adds a number; one of three digits, as HTTP has them, without a text of its own. */
    PlainJson add(int number) {
        if (number < 100 || number > 999) {
            return add(Integer.toString(number));
        }
        ensure(3);
        bytes[filled++] = (byte) ('0' + number / 100);
        bytes[filled++] = (byte) ('0' + number / 10 % 10);
        bytes[filled++] = (byte) ('0' + number % 10);
        return this;
    }

    /** The same for a text that often is the very one that came before. */
    PlainJson addAgain(String text) {
        if (text.equals(lastText)) {
            return add(lastAdded);
        }
        int from = filled;
        add(text);
        lastText = text;
        lastAdded = Arrays.copyOfRange(bytes, from, filled);
        return this;
    }

    private void ensure(int more) {
        if (filled + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(filled + more, filled * 3 / 2));
        }
    }

    /** Whether all texts were plain; else it is no JSON. */
    boolean isPlain() {
        return plain;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, filled);
    }
}
