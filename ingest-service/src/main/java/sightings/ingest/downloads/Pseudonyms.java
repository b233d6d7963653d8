package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sightings.event.VisitorId;
import sightings.ingest.bytes.SipHash;

/**
 * Turns what would name a visitor, or tell what was asked for, into keyed hashes under one day's salt: SipHash-2-4, 64 bits, with a key
 * of 128 bits for each use, which HMAC-SHA256 makes of the salt. When the salt is gone, nobody can find out again whom or what they stand
 * for. Why these: docs/decisions/0007. Used by one thread.
 */
final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = Long.BYTES * 2;

    private final SipHash visitors;
    private final SipHash lines;
    private final SipHash urls;
    private byte[] who = new byte[256];

    Pseudonyms(byte[] salt) {
        visitors = keyed(salt, 'v');
        lines = keyed(salt, 'l');
        urls = keyed(salt, 'u');
    }

    private static SipHash keyed(byte[] salt, char use) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            return new SipHash(mac.doFinal(new byte[] {(byte) use}));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** The pseudonym of whoever comes from this address with this agent, or is named better by the log itself. */
    VisitorId visitor(LogLine line) {
        return new VisitorId(text(line.identity.isEmpty() ? addressAndAgent(line) : hash(visitors, line.identity)));
    }

    private long addressAndAgent(LogLine line) {
        int address = line.address.length();
        int length = address + 1 + line.agent.length();
        if (who.length < length) {
            who = new byte[2 * length];
        }
        System.arraycopy(line.address.bytes, line.address.from, who, 0, address);
        who[address] = 0;
        System.arraycopy(line.agent.bytes, line.agent.from, who, address + 1, line.agent.length());
        return visitors.of(who, 0, length);
    }

    /** The digest of a whole line: identical lines of a day are one access. */
    String line(byte[] bytes, int from, int to) {
        return text(lines.of(bytes, from, to));
    }

    /** The digest of the whole URL that was asked, with its query. */
    String url(LogLine line) {
        return text(hash(urls, line.target));
    }

    private static long hash(SipHash keyed, Slice field) {
        return keyed.of(field.bytes, field.from, field.to);
    }

    /** 16 hexadecimal digits. */
    private static String text(long hash) {
        var text = new byte[LENGTH];
        long rest = hash;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS[(int) rest & 0xF];
            rest >>>= 4;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
