package sightings.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Turns texts into the short, stable ids of this contract. */
public final class Hashes {

    private static final byte[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".getBytes(StandardCharsets.US_ASCII);
    private static final int LETTER_BITS = 5;

    /** Never fed itself: a copy of it costs less than to look for one. */
    private static final MessageDigest SHA_256 = fresh();

    private Hashes() {}

    /**
     * The first 128 bits of the SHA-256 of the parts, in lower-case base32 (RFC 4648 without padding): 26 characters.
     * Each part is closed by a zero byte, so that moving text from one part to the next changes the id.
     */
    public static String id(String... parts) {
        var bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        return id(bytes);
    }

    /** The same of parts that are UTF-8 already. */
    public static String id(byte[]... parts) {
        var digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
            digest.update((byte) 0);
        }
        return base32(digest.digest(), 16);
    }

    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("A digest of the platform's can be copied", e);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String base32(byte[] bytes, int length) {
        var text = new byte[(length * Byte.SIZE + LETTER_BITS - 1) / LETTER_BITS];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < length; i++) {
            buffer = (buffer << Byte.SIZE | bytes[i] & 0xff) & 0xffff;
            bits += Byte.SIZE;
            while (bits >= LETTER_BITS) {
                bits -= LETTER_BITS;
                text[at++] = ALPHABET[buffer >> bits & 31];
            }
        }
        if (bits > 0) {
            text[at] = ALPHABET[buffer << LETTER_BITS - bits & 31];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
