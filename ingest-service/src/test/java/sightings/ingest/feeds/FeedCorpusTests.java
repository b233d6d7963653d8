package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads each recorded feed, the hostile ones included: it is parsed, or refused with a reason, and nothing reaches out. */
class FeedCorpusTests {

    private static final Path DATA = Path.of(System.getProperty("sightings.data", "../../shared/data"));
    private static final URI ADDRESS = URI.create("https://feeds.example.org/feed");
    private static final Pattern TYPE = Pattern.compile("(?im)^\\s*Header:\\s+Content-type:\\s*(\\S.*)$");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:https?|ftp)://[A-Za-z0-9.-]+(?::\\d+)?(?=/[^\\s\"']*\\.dtd|/\\?|/xxe)");

    @Test
    @Timeout(120)
    void parsesOrRefusesEachAndReachesNowhere() throws Exception {
        assumeThat(DATA.resolve("feeds")).isDirectory();
        var touched = new AtomicInteger();
        var canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            touched.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        canary.start();
        var proxies = ProxySelector.getDefault();
        // Asked before any name is resolved, whoever opens a connection.
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                touched.incrementAndGet();
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                touched.incrementAndGet();
            }
        });
        var refused = new TreeMap<String, List<String>>();
        int parsed = 0;
        int items = 0;
        var slowest = Duration.ZERO;
        try {
            var home = "http://127.0.0.1:" + canary.getAddress().getPort();
            for (Path file : files()) {
                var bytes = leadingTo(home, Files.readAllBytes(file));
                long begin = System.nanoTime();
                var reading =
                        new FeedReader(FeedLimits.DEFAULT).read(new ByteArrayInputStream(bytes), type(bytes), ADDRESS);
                var took = Duration.ofNanos(System.nanoTime() - begin);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                switch (reading) {
                    case FeedReading.Parsed(Feed feed) -> {
                        parsed++;
                        items += feed.items().size();
                    }
                    case FeedReading.WebPage _ -> refuse(refused, "a web page", file);
                    case FeedReading.Unreadable(String reason) -> refuse(refused, reason, file);
                }
            }
        } finally {
            ProxySelector.setDefault(proxies);
            canary.stop(0);
        }
        System.out.printf(
                "feeds: %d parsed with %d items, %d refused %s, slowest %d ms%n",
                parsed, items, refused.values().stream().mapToInt(List::size).sum(), refused, slowest.toMillis());
        assertThat(touched).as("requests that a document caused").hasValue(0);
        assertThat(slowest).isLessThan(Duration.ofSeconds(10));
        // Each file in `feeds` that its publisher meant as a feed is one for us.
        assertThat(refused.values().stream().flatMap(List::stream))
                .filteredOn(name -> name.startsWith("feeds/"))
                .containsExactlyInAnyOrder(
                        "feeds/gofeed/json/invalid/invalid.json",
                        "feeds/gofeed/universal/empty_feed.xml",
                        "feeds/gofeed/universal/invalid.json",
                        "feeds/gofeed/universal/unknown_feed.xml");
        assertThat(refused.keySet()).noneMatch(String::isBlank);
    }

    private static void refuse(TreeMap<String, List<String>> refused, String reason, Path file) {
        refused.computeIfAbsent(reason, _ -> new ArrayList<>())
                .add(DATA.relativize(file).toString());
    }

    private static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (var folder : List.of("feeds", "feeds-hostile")) {
            try (var found = Files.walk(DATA.resolve(folder))) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /** What a document would fetch is ours to hear, where its encoding lets us write that into it. */
    private static byte[] leadingTo(String home, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("<!DOCTYPE")
                ? ELSEWHERE.matcher(text).replaceAll(home).getBytes(StandardCharsets.ISO_8859_1)
                : bytes;
    }

    /** As the recorded server said it. */
    private static @Nullable String type(byte[] bytes) {
        var type = TYPE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return type.find() ? type.group(1).strip() : null;
    }
}
