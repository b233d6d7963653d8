package sightings.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Turns texts into the short, stable ids of this contract. */
public final class Hashes {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Hashes() {}

    /**
     * The first 128 bits of the SHA-256 of the parts, in lower-case base32 (RFC 4648 without padding): 26 characters.
     * Each part is closed by a zero byte, so that moving text from one part to the next changes the id.
     */
    public static String id(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return base32(digest.digest(), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String base32(byte[] bytes, int length) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < length; i++) {
            buffer = (buffer << 8 | bytes[i] & 0xff) & 0xffff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(buffer >> bits & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(buffer << 5 - bits & 31)).toString();
    }
}
