package sightings.ingest.downloads;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hash by which bytes of a log are known again. */
final class Fingerprint {

    private static final int KEPT = 16;

    private Fingerprint() {}

    /** The first 128 bits of the SHA-256 of these bytes, from the first up to {@code length} or the last there is. */
    static String of(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, Math.min(length, bytes.length));
            return HexFormat.of().formatHex(digest.digest(), 0, KEPT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
