package sightings.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts JSON together from what needs no escapes, straight in bytes; and says where something did need some. */
final class PlainJson {

    private final byte[] bytes;
    private int filled;
    private boolean plain = true;

    /** @param most bytes that it will hold at most */
    PlainJson(int most) {
        bytes = new byte[most];
    }

    /** What stands between texts, as a constant that is made once. */
    static byte[] syntax(String json) {
        return json.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether JSON has the letter as it is, in one byte. */
    static boolean isPlain(char letter) {
        return letter >= ' ' && letter < 0x7F && letter != '"' && letter != '\\';
    }

    /** Adds bytes as they are. */
    PlainJson add(byte[] json) {
        System.arraycopy(json, 0, bytes, filled, json.length);
        filled += json.length;
        return this;
    }

    /** Adds a text. */
    PlainJson add(String text) {
        boolean good = true;
        int at = filled;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            good &= isPlain(letter);
            bytes[at++] = (byte) letter;
        }
        filled = at;
        plain &= good;
        return this;
    }

    /** Whether all texts were plain; else it is no JSON. */
    boolean isPlain() {
        return plain;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, filled);
    }
}
