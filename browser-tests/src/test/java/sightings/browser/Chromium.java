package sightings.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's Chromium. Where there is none, tests are skipped and say so; under {@code CI=true} they fail. */
final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    /** The map is drawn without a graphics card, pages without one too, which takes a tenth of the time of imitating one. */
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader");

    private static final int HIGH = 900;
    private static final double PATIENCE_MS = 120_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS / 4);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
    }

    /** Starts it, or skips the test that asks. */
    static Chromium start() {
        var program = program();
        if (program.isEmpty()) {
            var said =
                    "No Chromium on this machine (looked in $CHROMIUM and " + PLACES + "): browser tests are skipped";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(said + ", which CI does not allow");
            }
            System.out.println(said);
            Assumptions.abort(said);
        }
        return new Chromium(program.orElseThrow());
    }

    /** A visitor's browser of this width. */
    BrowserContext visitor(int width) {
        return patient(browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, HIGH).setLocale("en-US")));
    }

    /** The same without scripts. */
    BrowserContext withoutScripts(int width) {
        return patient(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HIGH)
                .setLocale("en-US")
                .setJavaScriptEnabled(false)));
    }

    /** The machine also runs all that is looked at. */
    private static BrowserContext patient(BrowserContext context) {
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS);
        return context;
    }

    private static Optional<Path> program() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        Objects.requireNonNull(browser).close();
        playwright.close();
    }
}
