package sightings.ingest.downloads;

import java.security.SecureRandom;
import sightings.ingest.bytes.Bytes;

/** Makes hashes of what would name a visitor, under seeds that are drawn for one run and never written. */
final class Seeds {

    private static final int DAY = 86_400;

    private final long seed;

    Seeds() {
        this(new SecureRandom().nextLong());
    }

    private Seeds(long seed) {
        this.seed = seed;
    }

    /** Of address and agent, or of what names the visitor better, on the UTC day. */
    long visitorDay(LogLine line) {
        long who = line.identity.isEmpty() ? line.agent.hash(line.address.hash(seed)) : line.identity.hash(~seed);
        return Bytes.mixed(who, Bytes.mixed(Math.floorDiv(line.second, DAY), seed));
    }

    long url(LogLine line) {
        return line.target.hash(seed + 1);
    }

    long line(byte[] bytes, int from, int to) {
        return Bytes.hash(bytes, from, to, seed + 2);
    }
}
