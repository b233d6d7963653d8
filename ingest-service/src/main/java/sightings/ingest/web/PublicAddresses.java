package sightings.ingest.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells addresses of the public internet from those that only our own network, or this machine, can reach. */
final class PublicAddresses {

    private record Block(byte[] prefix, int bits, String name) {

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Block PUBLIC_SIX = block("2000::", 3, "");
    private static final Block NAT64 = block("64:ff9b::", 96, "NAT64");

    private static final List<Block> REFUSED = List.of(
            block("0.0.0.0", 8, "this network"),
            block("10.0.0.0", 8, "private"),
            block("100.64.0.0", 10, "shared by a carrier"),
            block("127.0.0.0", 8, "loopback"),
            block("168.63.129.16", 32, "a cloud's own service"),
            block("169.254.0.0", 16, "link-local"),
            block("172.16.0.0", 12, "private"),
            block("192.0.0.0", 24, "reserved"),
            block("192.0.2.0", 24, "documentation"),
            block("192.88.99.0", 24, "6to4"),
            block("192.168.0.0", 16, "private"),
            block("198.18.0.0", 15, "benchmarking"),
            block("198.51.100.0", 24, "documentation"),
            block("203.0.113.0", 24, "documentation"),
            block("224.0.0.0", 4, "multicast"),
            block("240.0.0.0", 4, "reserved"),
            block("2001::", 32, "Teredo"),
            block("2001:2::", 48, "benchmarking"),
            block("2001:10::", 28, "reserved"),
            block("2001:20::", 28, "reserved"),
            block("2001:db8::", 32, "documentation"),
            block("2002::", 16, "6to4"),
            block("3fff::", 20, "documentation"));

    private PublicAddresses() {}

    /** Why the address is not one to ask, or null where it is public. */
    static @Nullable String refusal(InetAddress address) {
        var bytes = address.getAddress();
        for (Block block : REFUSED) {
            if (block.holds(bytes)) {
                return "the address is " + block.name();
            }
        }
        if (address instanceof Inet4Address || PUBLIC_SIX.holds(bytes)) {
            return null;
        }
        if (NAT64.holds(bytes)) {
            // Networks with only IPv6 reach the rest of the world this way: what counts is the address inside.
            return refusal(four(Arrays.copyOfRange(bytes, 12, 16)));
        }
        return "the address is not public";
    }

    private static InetAddress four(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are always an address", e);
        }
    }

    private static Block block(String prefix, int bits, String name) {
        return new Block(InetAddress.ofLiteral(prefix).getAddress(), bits, name);
    }
}
