package sightings.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on the loopback address, the only one on which we listen. */
public final class Ports {

    /** The loopback address by number: a name could mean another address on some machines. */
    public static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("No free port on " + LOOPBACK, none);
        }
    }

    /** Whether somebody already listens on this port. */
    public static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without this, a port of a process that has just ended would count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return false;
        } catch (IOException inUse) {
            return true;
        }
    }
}
