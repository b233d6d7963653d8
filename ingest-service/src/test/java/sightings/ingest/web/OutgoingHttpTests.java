package sightings.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.ingest.web.FetchResult.Failed;
import sightings.ingest.web.FetchResult.Fetched;
import sightings.ingest.web.FetchResult.NotModified;
import sightings.ingest.web.FetchResult.Refused;
import sightings.ingest.web.FetchResult.TooMany;

/** Tests for {@link OutgoingHttp}, against a server in this JVM. */
class OutgoingHttpTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T12:00:00Z"));

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private OutgoingHttp http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(
                task -> Thread.ofPlatform().daemon().unstarted(task)));
        server.createContext("/", this::answer);
        server.start();
        http = new OutgoingHttp("Sightings-test", List.of("127.0.0.1"), CLOCK);
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.stop(0);
    }

    @Test
    void getsBodyWithValidatorsAndNamesItself() {
        var result = http.fetch(FetchRequest.of(at("/hello")));

        assertThat(result).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(new String((byte[]) fetched.body(), StandardCharsets.UTF_8))
                    .isEqualTo("hello");
            assertThat(fetched.validators()).isEqualTo(new Validators("W/\"a b\"", "yesterday, more or less"));
        });
        assertThat(seen).containsExactly("/hello as Sightings-test");
    }

    @Test
    void sendsValidatorsBackVerbatim() {
        var known = new Validators("W/\"a b\"", "yesterday, more or less");

        var result = http.fetch(FetchRequest.of(at("/hello")).ifChangedSince(known));

        assertThat(result).isInstanceOf(NotModified.class);
    }

    @Test
    void refusesLoopbackWhereItIsNotAllowedByName() throws IOException {
        try (var strict = new OutgoingHttp("t", List.of(), CLOCK)) {
            assertThat(strict.fetch(FetchRequest.of(at("/hello"))))
                    .isEqualTo(new Refused<byte[]>("127.0.0.1 is not asked: the address is loopback"));
        }
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/",
                "file:///etc/passwd",
                "ftp://127.0.0.1/",
                "jar:http://127.0.0.1!/",
                "http://user:secret@127.0.0.1/",
                "/hello",
                "gopher://127.0.0.1:6379/_x"
            })
    void refusesOrFailsForAddressesThatLeadInside(String address) throws IOException {
        try (var strict = new OutgoingHttp("t", List.of(), CLOCK)) {
            assertThat(strict.fetch(FetchRequest.of(URI.create(address))))
                    .isNotInstanceOfAny(Fetched.class, NotModified.class);
        }
    }

    @Test
    void refusesRedirectFromAllowedHostToLoopbackUnderAnotherName() {
        assertThat(http.fetch(FetchRequest.of(at("/to?http://localhost:" + port() + "/hello"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("localhost")
                                .contains("loopback"));
        assertThat(seen).noneMatch(line -> line.startsWith("/hello"));
    }

    @Test
    void refusesRedirectToAnotherScheme() {
        assertThat(http.fetch(FetchRequest.of(at("/to?file:///etc/passwd"))))
                .isEqualTo(new Refused<byte[]>("only http and https are asked, not file"));
    }

    @Test
    void followsRedirectsUpToFive() {
        assertThat(http.fetch(FetchRequest.of(at("/chain/5")))).isInstanceOf(Fetched.class);
        assertThat(http.fetch(FetchRequest.of(at("/chain/6")))).isEqualTo(new Refused<byte[]>("more than 5 redirects"));
    }

    @Test
    void connectsToTheVeryAddressThatWasChecked() throws IOException {
        // A name that is public when asked first and loopback when asked again.
        var asked = new AtomicInteger();
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
                var address = asked.getAndIncrement() == 0 ? "192.0.2.1" : "127.0.0.1";
                return new InetAddress[] {InetAddress.getByName(address)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (var strict = new OutgoingHttp("t", List.of(), CLOCK, rebinding)) {
            var request = FetchRequest.of(URI.create("http://rebinding.example:" + port() + "/hello"));
            assertThat(strict.fetch(request)).isInstanceOf(Refused.class);
            assertThat(strict.fetch(request)).isInstanceOf(Refused.class);
        }
        assertThat(asked).hasValue(2);
        assertThat(seen).isEmpty();
    }

    @Test
    void refusesNameWithOneAddressInside() throws IOException {
        DnsResolver mixed = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
                return new InetAddress[] {InetAddress.getByName("93.184.215.14"), InetAddress.getByName("127.0.0.1")};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (var strict = new OutgoingHttp("t", List.of(), CLOCK, mixed)) {
            assertThat(strict.fetch(FetchRequest.of(URI.create("http://mixed.example:" + port() + "/hello"))))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void keepsCredentialsFromOtherHosts() throws IOException {
        try (var both =
                new OutgoingHttp("t", List.of("127.0.0.1", "localhost"), CLOCK, SystemDefaultDnsResolver.INSTANCE)) {
            both.fetch(FetchRequest.of(at("/to?http://localhost:" + port() + "/whoami"))
                    .with("Authorization", "Bearer secret"));
            both.fetch(FetchRequest.of(at("/whoami")).with("Authorization", "Bearer secret"));
        }
        assertThat(seen).contains("/whoami with null", "/whoami with Bearer secret");
    }

    @Test
    void endsAtTheSizeCapAlsoAfterDecompression() {
        assertThat(http.fetch(FetchRequest.of(at("/zeros")).within(1_000_000, Duration.ofSeconds(20))))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).contains("larger than 1000000 bytes"));
        assertThat(http.fetch(FetchRequest.of(at("/bomb")).within(1_000_000, Duration.ofSeconds(20))))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).contains("larger than 1000000 bytes"));
    }

    @Test
    void endsAtTheTimeCapAlthoughBytesKeepComing() {
        long begin = System.nanoTime();
        assertThat(http.fetch(FetchRequest.of(at("/drip")).within(1_000_000, Duration.ofSeconds(1))))
                .isEqualTo(new Failed<byte[]>("not done within 1 s", 0));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void tellsHowLongToWait() {
        assertThat(http.fetch(FetchRequest.of(at("/status?429&Retry-After=120"))))
                .isEqualTo(new TooMany<byte[]>(Duration.ofMinutes(2)));
        assertThat(http.fetch(FetchRequest.of(at("/status?429")))).isEqualTo(new TooMany<byte[]>(null));
        assertThat(http.fetch(FetchRequest.of(at("/status?429&Retry-After=99999999999999999999"))))
                .isEqualTo(new FetchResult.TooMany<>(Duration.ofDays(7)));
        assertThat(http.fetch(FetchRequest.of(at("/status?429&Retry-After=999999999"))))
                .isEqualTo(new FetchResult.TooMany<>(Duration.ofDays(7)));
        assertThat(http.fetch(FetchRequest.of(at("/status?503&Retry-After=7"))))
                .isEqualTo(new TooMany<byte[]>(Duration.ofSeconds(7)));
        assertThat(http.fetch(FetchRequest.of(at("/status?503"))))
                .isEqualTo(new Failed<byte[]>("HTTP status 503", 503));
        assertThat(http.fetch(FetchRequest.of(at("/status?404"))))
                .isEqualTo(new Failed<byte[]>("HTTP status 404", 404));
    }

    @Test
    void givesBodyOfErrorsToThoseWhoExchange() throws IOException {
        var answer = http.exchange(FetchRequest.of(at("/status?403")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("status");
    }

    @Test
    void reportsNobodyThereAsFailure() {
        server.stop(0);

        assertThat(http.fetch(FetchRequest.of(at("/hello")))).isInstanceOf(Failed.class);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var query = String.valueOf(exchange.getRequestURI().getRawQuery());
            var headers = exchange.getRequestHeaders();
            var back = exchange.getResponseHeaders();
            if (path.equals("/whoami")) {
                seen.add("/whoami with " + headers.getFirst("Authorization"));
            } else {
                seen.add(path + " as " + headers.getFirst("User-Agent"));
            }
            switch (path.split("/").length > 1 ? path.split("/")[1] : "") {
                case "hello" -> {
                    back.add("ETag", "W/\"a b\"");
                    back.add("Last-Modified", "yesterday, more or less");
                    boolean known = "W/\"a b\"".equals(headers.getFirst("If-None-Match"))
                            && "yesterday, more or less".equals(headers.getFirst("If-Modified-Since"));
                    if (known) {
                        exchange.sendResponseHeaders(304, -1);
                    } else {
                        send(exchange, 200, "hello");
                    }
                }
                case "to" -> {
                    back.add("Location", query);
                    send(exchange, 302, "moved");
                }
                case "chain" -> {
                    int left = Integer.parseInt(path.split("/")[2]);
                    if (left == 0) {
                        send(exchange, 200, "arrived");
                    } else {
                        back.add("Location", "../chain/" + (left - 1));
                        send(exchange, 301, "onward");
                    }
                }
                case "status" -> {
                    var parts = query.split("[&=]");
                    if (parts.length > 2) {
                        back.add(parts[1], parts[2]);
                    }
                    send(exchange, Integer.parseInt(parts[0]), "status");
                }
                case "zeros" -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 500; i++) {
                        exchange.getResponseBody().write(new byte[100_000]);
                    }
                }
                case "bomb" -> {
                    var packed = new ByteArrayOutputStream();
                    try (var gzip = new GZIPOutputStream(packed)) {
                        for (int i = 0; i < 100; i++) {
                            gzip.write(new byte[1_000_000]);
                        }
                    }
                    back.add("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, packed.size());
                    exchange.getResponseBody().write(packed.toByteArray());
                }
                case "drip" -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100; i++) {
                        exchange.getResponseBody().write('.');
                        exchange.getResponseBody().flush();
                        Thread.sleep(100);
                    }
                }
                default -> send(exchange, 200, "ok");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
