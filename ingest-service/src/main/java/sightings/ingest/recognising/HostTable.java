package sightings.ingest.recognising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Known hosts, found in a text by the dots in it. Of each dot, the character before and the two behind it say at once
 * that it is in no known host; nothing is made or copied for that.
 */
final class HostTable {

    private static final int SYMBOLS = 38;
    private static final int NONE = -1;

    private final int[] first = new int[SYMBOLS * SYMBOLS * SYMBOLS];
    private final int[] next;
    private final List<Host> hosts;
    private final boolean[] ascii;

    HostTable(Collection<Host> known) {
        hosts = new ArrayList<>(known);
        // The longest first: of a portal's own host and the shared one that it ends in, the own one tells more.
        hosts.sort((a, b) -> Integer.compare(a.name().length(), b.name().length()));
        hosts.removeIf(host -> host.firstDot() < 1);
        next = new int[hosts.size()];
        ascii = new boolean[hosts.size()];
        Arrays.fill(first, NONE);
        for (int i = 0; i < hosts.size(); i++) {
            var name = hosts.get(i).name();
            ascii[i] = name.chars().allMatch(c -> c < 0x80);
            int mark = mark(name, hosts.get(i).firstDot());
            if (mark >= 0) {
                next[i] = first[mark];
                first[mark] = i;
            }
        }
    }

    /** The host whose first dot is this one, as far as nothing else than the host of an address stands there. */
    @Nullable
    Host at(String text, int dot) {
        int mark = mark(text, dot);
        if (mark < 0) {
            return null;
        }
        for (int i = first[mark]; i != NONE; i = next[i]) {
            var host = hosts.get(i);
            int start = dot - host.firstDot();
            if (start >= 0
                    && text.regionMatches(
                            true, start, host.name(), 0, host.name().length())
                    && ends(text, start + host.name().length())
                    && begins(text, start, host)) {
                return host;
            }
        }
        return null;
    }

    /**
     * Whether a host whose first dot is this one stands in the bytes, whatever stands around it.
     *
     * @param from the first byte that counts
     * @param to behind the last byte that counts
     */
    boolean mayBeAt(byte[] bytes, int dot, int from, int to) {
        if (dot < from + 1 || dot + 2 >= to) {
            return false;
        }
        int mark = mark(bytes[dot - 1], bytes[dot + 1], bytes[dot + 2]);
        if (mark < 0) {
            return false;
        }
        for (int i = first[mark]; i != NONE; i = next[i]) {
            var host = hosts.get(i);
            int start = dot - host.firstDot();
            boolean fits = start >= from && start + host.name().length() <= to;
            if (!ascii[i] || fits && isAt(bytes, start, host.name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] bytes, int start, String name) {
        for (int i = 0; i < name.length(); i++) {
            // Hosts are told in small letters; of the other signs in them none differs from a letter by this bit.
            if ((bytes[start + i] | 0x20) != (name.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /** Where the name of this host begins in the text, with what stands before a shared host's name. */
    static int start(String text, int dot, Host host) {
        int start = dot - host.firstDot();
        if (host.shared()) {
            int limit = Math.max(0, start - 100);
            while (start > limit && Characters.isHost(text.charAt(start - 1)) && !Escapes.endAt(text, start)) {
                start--;
            }
        }
        return start;
    }

    private static boolean begins(String text, int start, Host host) {
        if (start == 0 || !Characters.isHost(text.charAt(start - 1)) || Escapes.endAt(text, start)) {
            return true;
        }
        char before = text.charAt(start - 1);
        return before == '.' && (host.shared() || isWww(text, start)) || before == '-' && isRule(text, start);
    }

    private static boolean isWww(String text, int start) {
        return start >= 4
                && text.regionMatches(true, start - 4, "www.", 0, 4)
                && (start == 4 || !Characters.isHost(text.charAt(start - 5)) || Escapes.endAt(text, start - 4));
    }

    /** A dash rather than a part of the name, as in {@code --data.example.gov}. */
    private static boolean isRule(String text, int start) {
        return start < 2 || !Characters.isAlphanumeric(text.charAt(start - 2));
    }

    private static boolean ends(String text, int end) {
        if (end >= text.length() || !Characters.isHost(text.charAt(end))) {
            return true;
        }
        char c = text.charAt(end);
        // A full stop or a dash behind the address; a letter there would make it another host.
        return (c == '.' || c == '-') && (end + 1 >= text.length() || !Characters.isHost(text.charAt(end + 1)));
    }

    private static int mark(String text, int dot) {
        if (dot < 1 || dot + 2 >= text.length()) {
            return NONE;
        }
        return mark(text.charAt(dot - 1), text.charAt(dot + 1), text.charAt(dot + 2));
    }

    private static int mark(int before, int behind, int next) {
        int a = symbol(before);
        int b = symbol(behind);
        int c = symbol(next);
        return a < 0 || b < 0 || c < 0 ? NONE : (a * SYMBOLS + b) * SYMBOLS + c;
    }

    private static int symbol(int c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= '0' && c <= '9') {
            return 26 + c - '0';
        }
        return c == '-' ? 36 : c == '.' ? 37 : NONE;
    }
}
