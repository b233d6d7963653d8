package sightings.ingest.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through bytes eight at a time. */
public final class Bytes {

    /** No bytes. */
    public static final byte[] NONE = {};

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long BLANKS = ' ' * ONES;
    private static final long PRIME = 0xa0761d6478bd642fL;
    private static final long OTHER_PRIME = 0xe7037ed1a0b428dbL;

    private Bytes() {}

    /** Where the byte stands first between the two positions; {@code to} where it does not. */
    public static int indexOf(byte wanted, byte[] bytes, int from, int to) {
        long pattern = (wanted & 0xFF) * ONES;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long found = zeros(eight(bytes, at) ^ pattern);
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /** Where a quote or a backslash stands first between the two positions; {@code to} where none does. */
    public static int quoteOrBackslash(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long found = quotesAndBackslashes(eight(bytes, at));
            if (found != 0) {
                return at + first(found);
            }
        }
        if (at + 8 <= bytes.length) {
            // What stands behind is looked at as well, and does not count.
            long found = quotesAndBackslashes(eight(bytes, at));
            return found == 0 ? to : Math.min(to, at + first(found));
        }
        while (at < to && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    private static long quotesAndBackslashes(long eight) {
        return zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES);
    }

    /**
     * Where a byte stands first between the two positions that is not plain text within a JSON string: a quote, a backslash, a
     * control character or one beyond ASCII; {@code to} where none does.
     */
    public static int special(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long eight = eight(bytes, at);
            long found =
                    zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES) | eight - BLANKS & ~eight & HIGH | eight & HIGH;
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < to && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** A hash that nobody can foresee who does not know the seed; equal bytes give equal hashes. */
    public static long hash(byte[] bytes, int from, int to, long seed) {
        long hash = seed ^ (to - from) * PRIME;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = mixed(eight(bytes, at), hash);
        }
        if (to - from >= 8) {
            // The last eight, of which some were there before.
            return mixed(eight(bytes, to - 8), hash);
        }
        long rest = 1;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xFF;
        }
        return mixed(rest, hash);
    }

    /**
     * One number of two, equally unforeseeable: every bit of it depends on every bit of both. The two products are what all
     * compilers of the virtual machine do well, which one of 128 bits is not.
     */
    public static long mixed(long one, long other) {
        long mixed = (one ^ other) * PRIME;
        mixed = (mixed ^ mixed >>> 32) * OTHER_PRIME;
        return mixed ^ mixed >>> 29;
    }

    /** Eight bytes as one number. */
    public static long eight(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Eight times this byte, to look for it with {@link #like}. */
    public static long eightTimes(char ascii) {
        return ascii * ONES;
    }

    /**
     * The high bit of each of eight bytes that is like the one looked for. The first is right; of those behind it some may
     * be none, which whoever looks at them sees.
     */
    public static long like(long eight, long eightTimes) {
        return zeros(eight ^ eightTimes);
    }

    /** Which of eight bytes is the first with its high bit set; the others have none set. No compiler need know a trick for it. */
    public static int first(long high) {
        return (int) (((high & -high) >>> 7) * 0x0001020304050607L >>> 56);
    }

    /** The high bit of each byte that is zero; exact up to and with the first one. */
    private static long zeros(long eight) {
        return eight - ONES & ~eight & HIGH;
    }
}
