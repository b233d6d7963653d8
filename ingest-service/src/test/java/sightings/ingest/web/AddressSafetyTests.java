package sightings.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.ingest.web.FetchResult.Failed;
import sightings.ingest.web.FetchResult.Fetched;
import sightings.ingest.web.FetchResult.Refused;

/**
 * Nothing that an address, a name or a redirect says leads into our own network. One server plays the inside, which must
 * not be touched, and the outside, which is the one host allowed by name and redirects wherever it is told.
 */
class AddressSafetyTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final AtomicInteger inside = new AtomicInteger();
    private final Map<String, List<String>> names = new HashMap<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private HttpServer server;
    private OutgoingHttp http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(
                task -> Thread.ofPlatform().daemon().unstarted(task)));
        server.createContext("/", exchange -> {
            inside.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/to", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", exchange.getRequestURI().getRawQuery());
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        server.start();
        http = new OutgoingHttp("t", List.of("outside.example"), CLOCK, resolver());
        names.put("outside.example", List.of("127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "169.254.169.254",
                "169.254.170.2",
                "168.63.129.16",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "239.255.255.250",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::a00:1",
                "2002:7f00:1::1",
                "2001:0:7f00:1::",
                "fd00:ec2::254",
                "fc00::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesANameThatAnswersWith(String address) {
        names.put("innocent.example", List.of(address));
        names.put("mixed.example", List.of("93.184.215.14", address));

        assertThat(fetch("http://innocent.example:" + port() + "/")).isInstanceOf(Refused.class);
        assertThat(fetch("http://mixed.example:" + port() + "/")).isInstanceOf(Refused.class);
        assertThat(fetch(redirectTo("http://innocent.example:" + port() + "/"))).isInstanceOf(Refused.class);
        assertThat(inside).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://localhost:PORT/",
                "http://localhost.:PORT/",
                "http://127.0.0.1.:PORT/",
                "http://2130706433:PORT/",
                "http://0x7f000001:PORT/",
                "http://0x7f.0.0.1:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://017700000001:PORT/",
                "http://127.1:PORT/",
                "http://0:PORT/",
                "http://[::1]:PORT/",
                "http://[0:0:0:0:0:0:0:1]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[fe80::1%25lo]:PORT/",
                "http://outside.example@127.0.0.1:PORT/",
                "http://127.0.0.1:PORT@outside.example/",
                "http://outside.example:x@127.0.0.1:PORT/",
                "//127.0.0.1:PORT/",
                "file:///etc/passwd",
                "ftp://127.0.0.1:PORT/",
                "gopher://127.0.0.1:PORT/_x",
                "jar:http://127.0.0.1:PORT/!/",
                "data:text/plain,x"
            })
    void refusesToGoOrBeSentTo(String written) {
        var address = written.replace("PORT", Integer.toString(port()));

        assertThat(fetch(address)).isNotInstanceOf(Fetched.class);
        assertThat(fetch(redirectTo(address))).isNotInstanceOf(Fetched.class);
        assertThat(inside).hasValue(0);
    }

    @Test
    void connectsToTheAddressThatWasChecked() {
        // Each further look-up would lead inside; there is none.
        names.put("rebinding.example", List.of("192.0.2.1", "127.0.0.1"));

        assertThat(fetch("http://rebinding.example:" + port() + "/")).isInstanceOf(Refused.class);
        assertThat(lookups).hasValue(1);
        assertThat(inside).hasValue(0);
    }

    @Test
    void allowsByNameOnlyTheNameItself() {
        names.put("sub.outside.example", List.of("127.0.0.1"));
        names.put("outside.example.", List.of("127.0.0.1"));

        assertThat(fetch("http://outside.example:" + port() + "/hello")).isInstanceOf(Fetched.class);
        assertThat(inside).hasValue(1);
        assertThat(fetch("http://sub.outside.example:" + port() + "/")).isInstanceOf(Refused.class);
        assertThat(fetch("http://outside.example.:" + port() + "/")).isInstanceOf(Refused.class);
        assertThat(inside).hasValue(1);
    }

    private FetchResult<byte[]> fetch(String address) {
        try {
            return http.fetch(FetchRequest.of(Addresses.parse(address)));
        } catch (IllegalArgumentException e) {
            return new Failed<>("no address", 0);
        }
    }

    private String redirectTo(String target) {
        return "http://outside.example:" + port() + "/to?" + target;
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private DnsResolver resolver() {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                lookups.incrementAndGet();
                var known = names.get(host);
                return known == null
                        ? InetAddress.getAllByName(host)
                        : known.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
