package sightings.ingest.recognising;

import java.util.Collection;

/** Ids of the form {@code abcd-1234}, each in one long, so that asking for one makes nothing. */
final class PackedIds {

    private final long[] slots;
    private final int mask;

    PackedIds(Collection<String> ids) {
        int size = Integer.highestOneBit(Math.max(8, ids.size() * 4 - 1)) << 1;
        slots = new long[size];
        mask = size - 1;
        for (String id : ids) {
            long packed = packed(id, 0);
            int slot = slot(packed);
            while (slots[slot] != 0 && slots[slot] != packed) {
                slot = slot + 1 & mask;
            }
            slots[slot] = packed;
        }
    }

    /** Whether the nine characters from here are one of the ids, in whatever case. */
    boolean contain(CharSequence text, int start) {
        return contain(packed(text, start));
    }

    /** Whether the nine bytes from here are one of the ids, in whatever case. */
    boolean contain(byte[] bytes, int start) {
        long packed = 0;
        for (int i = 0; i < 9; i++) {
            if (i != 4) {
                packed = with(packed, bytes[start + i]);
                if (packed == 0) {
                    return false;
                }
            }
        }
        return contain(packed);
    }

    private boolean contain(long packed) {
        if (packed == 0) {
            return false;
        }
        int slot = slot(packed);
        while (slots[slot] != 0) {
            if (slots[slot] == packed) {
                return true;
            }
            slot = slot + 1 & mask;
        }
        return false;
    }

    private int slot(long packed) {
        long mixed = packed * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }

    /** The eight letters and digits around the hyphen; 0 where they are not. */
    private static long packed(CharSequence text, int start) {
        long packed = 0;
        for (int i = 0; i < 9; i++) {
            if (i == 4) {
                continue;
            }
            packed = with(packed, text.charAt(start + i));
            if (packed == 0) {
                return 0;
            }
        }
        return packed;
    }

    private static long with(long packed, int c) {
        return Characters.isAlphanumeric(c) ? packed << 8 | (c <= '9' ? c : c | 0x20) : 0;
    }
}
