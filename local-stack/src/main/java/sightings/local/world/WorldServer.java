package sightings.local.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the world's sites over HTTP on the loopback address. */
final class WorldServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorldServer.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WorldServer(HttpServer server) {
        this.server = server;
    }

    static WorldServer start(int port, Map<String, Site> sites) {
        try {
            var server = new WorldServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
            sites.forEach((path, site) -> server.server.createContext(path, exchange -> serve(exchange, site)));
            server.server.setExecutor(server.threads);
            server.server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The world cannot listen on port " + port + " of 127.0.0.1", e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void serve(HttpExchange exchange, Site site) throws IOException {
        try (exchange) {
            var answer = answer(exchange, site);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean empty =
                    answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private static Answer answer(HttpExchange exchange, Site site) {
        var method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Answer.of(405, Answer.TEXT, "Only GET and HEAD\n").with("Allow", "GET, HEAD");
        }
        try {
            return site.answer(Request.of(exchange));
        } catch (RuntimeException e) {
            LOG.warn("The world failed to answer {}", exchange.getRequestURI().getPath(), e);
            return Answer.of(500, Answer.TEXT, "The world failed to answer\n");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
