package sightings.ingest.downloads;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sightings.event.VisitorId;

/**
 * Turns what would name a visitor, or tell what was asked for, into keyed hashes under one day's salt: HMAC-SHA256, cut to 128 bits. When the salt is
 * gone, nobody can find out again whom or what they stand for. Used by one thread.
 */
final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;
    private static final byte VISITOR = 'v';
    private static final byte LINE = 'l';
    private static final byte URL = 'u';

    private final Mac mac;

    Pseudonyms(byte[] salt) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** The pseudonym of whoever comes from this address with this agent, or is named better by the log itself. */
    VisitorId visitor(LogLine line) {
        mac.update(VISITOR);
        if (line.identity.isEmpty()) {
            update(line.address);
            mac.update((byte) 0);
            update(line.agent);
        } else {
            update(line.identity);
        }
        return new VisitorId(text());
    }

    private void update(Slice field) {
        mac.update(field.bytes, field.from, field.length());
    }

    /** The digest of a whole line: identical lines of a day are one access. */
    String line(byte[] bytes, int from, int to) {
        mac.update(LINE);
        mac.update(bytes, from, to - from);
        return text();
    }

    /** The digest of the whole URL that was asked, with its query. */
    String url(LogLine line) {
        mac.update(URL);
        update(line.target);
        return text();
    }

    private String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac.doFinal(), LENGTH));
    }
}
