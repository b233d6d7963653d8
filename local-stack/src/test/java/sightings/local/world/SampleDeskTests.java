package sightings.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link SampleDesk} before a desk of a few lines that has the real one's addresses and fields. */
@Timeout(60)
class SampleDeskTests {

    private static final String FORM = "<form method='post' action='%s'><input type='hidden' name='_csrf' value='c1'>"
            + "<input type='hidden' name='basedOn' value='3'><input name='title_en' value='as found'></form>";

    @TempDir
    private Path folder;

    private final List<String> posts = new CopyOnWriteArrayList<>();
    private final AtomicInteger unfound = new AtomicInteger(4);
    private HttpServer desk;

    @BeforeEach
    void open() throws IOException {
        desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/", this::answer);
        desk.start();
    }

    @AfterEach
    void close() {
        desk.stop(0);
    }

    @Test
    void importsStatementsAndPublishesEachStoryOnceItsUseIsFound() throws InterruptedException {
        sampleDesk("secret").run();

        assertThat(posts.getFirst())
                .startsWith("/desk/sign-in")
                .contains("username=staff", "password=secret", "_csrf=c1");
        assertThat(posts)
                .filteredOn(post -> post.startsWith("/desk/problem-statements/import"))
                .singleElement()
                .asString()
                .contains("filename=\"problem-statements.csv\"", "PS-030");
        assertThat(posts)
                .filteredOn(post -> post.contains("/publish"))
                .hasSize(7)
                .allSatisfy(post -> assertThat(post)
                        .contains("_csrf=c1", "basedOn=3", "title_es=", "summary_en=", "area=", "lat=4")
                        .doesNotContain("as found"));
    }

    @Test
    void secondStartDoesNothing() throws InterruptedException {
        sampleDesk("secret").run();
        posts.clear();

        sampleDesk("secret").run();

        assertThat(posts).isEmpty();
    }

    @Test
    void wrongPasswordIsTriedOnce() throws InterruptedException {
        sampleDesk("wrong").run();

        assertThat(posts).hasSize(1);
    }

    private SampleDesk sampleDesk(String password) {
        var site = URI.create("http://127.0.0.1:" + desk.getAddress().getPort() + "/");
        return new SampleDesk(folder, site, "staff", password, Duration.ofMillis(10));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            boolean post = exchange.getRequestMethod().equals("POST");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (post) {
                posts.add(path + " "
                        + (body.contains("filename") ? body : URLDecoder.decode(body, StandardCharsets.UTF_8)));
            }
            if (post && path.equals("/desk/sign-in")) {
                exchange.getResponseHeaders()
                        .set("Location", body.contains("secret") ? "/desk" : "/desk/sign-in?failed");
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            var page = page(path, post);
            int status = page.isEmpty() ? 404 : 200;
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(page.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String page(String path, boolean post) {
        if (!path.startsWith("/desk/uses/") || post) {
            return "<main>" + FORM.formatted(path) + "</main>";
        }
        var forms = new ArrayList<>(List.of(FORM.formatted(path + "/publish"), FORM.formatted(path + "/reject")));
        return unfound.getAndDecrement() > 0 ? "" : "<main>" + String.join("", forms) + "</main>";
    }
}
