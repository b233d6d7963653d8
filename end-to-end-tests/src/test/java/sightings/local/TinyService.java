package sightings.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** Stands where a service would: it answers on the port that it is given, and waits. */
final class TinyService {

    private TinyService() {}

    public static void main(String... arguments) throws IOException {
        System.out.println(String.join(" ", arguments));
        if (Arrays.asList(arguments).contains("--break=true")) {
            System.out.println("APPLICATION FAILED TO START\n\ncity.portals[0].kind must be socrata or dcat-us");
            System.exit(1);
        }
        int port = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--server.port="))
                .mapToInt(argument -> Integer.parseInt(argument.substring("--server.port=".length())))
                .findFirst()
                .orElseThrow();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
