package sightings.ingest.recognising;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import sightings.ingest.bytes.Bytes;

/**
 * Tells the texts in which nothing can be found from those that must be read, by their bytes: every find begins with a known
 * host, a known id, something of the form of a number where datasets have numbers, or a library that asks a portal. It lets
 * through too much rather than too little, and says so of all texts that JSON wrote with letters as escapes.
 */
final class Sieve {

    private static final long DOTS = Bytes.eightTimes('.');
    private static final long HYPHENS = Bytes.eightTimes('-');
    private static final long BACKSLASHES = Bytes.eightTimes('\\');
    private static final int ITEM = 32;
    private static final int STRIDE = ITEM / 2;

    private final HostTable hosts;
    private final PackedIds fourByFours;
    private final boolean numbers;
    private final List<byte[]> libraries;

    /**
     * @param hosts the known hosts
     * @param fourByFours the known ids of the form {@code abcd-1234}
     * @param numbers whether there are datasets with uuids or ids of 32 digits
     * @param libraries those that ask a portal of the catalogue
     */
    Sieve(HostTable hosts, PackedIds fourByFours, boolean numbers, Collection<Libraries.Library> libraries) {
        this.hosts = hosts;
        this.fourByFours = fourByFours;
        this.numbers = numbers;
        this.libraries = libraries.stream()
                .map(library -> library.name().getBytes(UTF_8))
                .toList();
    }

    /** Whether something may be found between these two places of a text in UTF-8, as it is or as JSON writes it. */
    boolean holds(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long eight = Bytes.eight(bytes, at);
            long telling = Bytes.like(eight, DOTS) | Bytes.like(eight, HYPHENS) | Bytes.like(eight, BACKSLASHES);
            while (telling != 0) {
                int sign = at + Bytes.first(telling);
                // Of all signs the backslashes of line ends are most, and those are told apart by the next byte.
                boolean plain = bytes[sign] == '\\' && sign + 1 < to && bytes[sign + 1] != 'u';
                if (!plain && isFound(bytes, sign, from, to)) {
                    return true;
                }
                telling &= telling - 1;
            }
        }
        for (; at < to; at++) {
            if (isFound(bytes, at, from, to)) {
                return true;
            }
        }
        return numbers && holdsItem(bytes, from, to) || holdsLibrary(bytes, from, to);
    }

    private boolean isFound(byte[] bytes, int at, int from, int to) {
        return switch (bytes[at]) {
            case '.' -> hosts.mayBeAt(bytes, at, from, to);
            case '-' ->
                at - 4 >= from && at + 5 <= to && fourByFours.contain(bytes, at - 4)
                        || numbers && mayBeUuid(bytes, at, from, to);
            case '\\' -> isEscapedAscii(bytes, at, to);
            default -> false;
        };
    }

    private static boolean mayBeUuid(byte[] bytes, int hyphen, int from, int to) {
        return hyphen >= from + 8
                && hyphen + 28 <= to
                && bytes[hyphen + 5] == '-'
                && bytes[hyphen + 10] == '-'
                && bytes[hyphen + 15] == '-';
    }

    /** Whether JSON wrote a letter, digit or sign as {@code \\u0041}, which no writer does without need. */
    private static boolean isEscapedAscii(byte[] bytes, int backslash, int to) {
        return backslash + 4 < to
                && bytes[backslash + 1] == 'u'
                && bytes[backslash + 2] == '0'
                && bytes[backslash + 3] == '0'
                && bytes[backslash + 4] >= '2'
                && bytes[backslash + 4] <= '7';
    }

    /** Wherever 32 digits stand, two of the places that are looked at are among them. */
    private static boolean holdsItem(byte[] bytes, int from, int to) {
        for (int i = from + STRIDE - 1; i + STRIDE < to; i += STRIDE) {
            if (Characters.isHex(bytes[i]) && Characters.isHex(bytes[i + STRIDE]) && isItem(bytes, i, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isItem(byte[] bytes, int at, int from, int to) {
        int start = at;
        while (start > from && at - start < ITEM && Characters.isHex(bytes[start - 1])) {
            start--;
        }
        int end = at + 1;
        while (end < to && end - start < ITEM && Characters.isHex(bytes[end])) {
            end++;
        }
        return end - start >= ITEM;
    }

    private boolean holdsLibrary(byte[] bytes, int from, int to) {
        for (byte[] name : libraries) {
            for (int at = Bytes.indexOf(name[0], bytes, from, to);
                    at + name.length <= to;
                    at = Bytes.indexOf(name[0], bytes, at + 1, to)) {
                if (isAt(bytes, at, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAt(byte[] bytes, int at, byte[] name) {
        for (int i = 1; i < name.length; i++) {
            if (bytes[at + i] != name[i]) {
                return false;
            }
        }
        return true;
    }
}
