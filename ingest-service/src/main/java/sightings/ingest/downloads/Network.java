package sightings.ingest.downloads;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A block of IP addresses.
 *
 * @param address its first one
 * @param bits how many of its first bits all of them have in common
 */
record Network(InetAddress address, int bits) {

    /**
     * Of an address or a block such as {@code 192.0.2.0/24}.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Network of(String text) {
        int slash = text.indexOf('/');
        var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = address.getAddress().length * 8;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("No block of addresses: " + text);
        }
        return new Network(address, bits);
    }

    /** Whether the text is an address of this block. */
    boolean contains(String text) {
        return literal(text).map(InetAddress::getAddress).map(this::contains).orElse(false);
    }

    private boolean contains(byte[] other) {
        var own = address.getAddress();
        if (other.length != own.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
