package sightings.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sightings.evidence.UseId;

/** Tests for the desk in Chromium: sign-in, and what axe says of each of its pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIntegrationTests {

    private static final int MOST = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Chromium chromium;
    private LocalStack stack;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        stack = LocalStack.shared();
    }

    @AfterAll
    void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void signInIsForEverybody() {
        for (int width : new int[] {1280, 360}) {
            try (var visitor = chromium.visitor(width)) {
                var look = new Look(visitor.newPage(), stack.site());
                look.at("/desk");
                look.findsNothingWrong("the sign-in at " + width);
            }
        }
    }

    @Test
    void everyPageOfTheDeskIsForEverybody() {
        for (int width : new int[] {1280, 360}) {
            try (var staff = chromium.visitor(width)) {
                signIn(staff);
                for (String path : pages(staff)) {
                    try (var tab = staff.newPage()) {
                        var look = new Look(tab, stack.site());
                        look.at(path);
                        look.findsNothingWrong(path + " at " + width);
                    }
                }
            }
        }
    }

    @Test
    void answerToWhyIsForEverybody() {
        for (int width : new int[] {1280, 360}) {
            try (var staff = chromium.visitor(width)) {
                signIn(staff);
                var look = new Look(staff.newPage(), stack.site());
                var page = look.at("/desk/why");
                page.locator("#text")
                        .fill("df = pd.read_csv('https://data.cityofchicago.org/resource/ijzp-q8t2.csv')\n"
                                + "other = 'https://data.cityofchicago.org/resource/zzzz-zzzz.json'");
                page.locator("main form button[type=submit]").click();
                page.locator(".desk-steps").waitFor();
                look.findsNothingWrong("an answer to why at " + width);
            }
        }
    }

    @Test
    void proposalToMergeIsForEverybody() {
        var twins = new Twins("browser-twins");
        twins.appear(stack.kafka());
        for (int width : new int[] {1280, 360}) {
            try (var staff = chromium.visitor(width)) {
                signIn(staff);
                var look = new Look(staff.newPage(), stack.site());
                var page = look.at("/desk/uses/" + awaited(staff, twins));
                page.locator("#twins").waitFor();
                look.findsNothingWrong("a proposal to merge at " + width);
                page = look.at("/desk?q=browser-twins");
                assertThat(page.locator("main").textContent()).contains("browser-twins");
                look.findsNothingWrong("the inbox with both at " + width);
            }
        }
    }

    /** Waits until the desk shows both, and gives the id of one. */
    private UseId awaited(BrowserContext staff, Twins twins) {
        var page = staff.newPage();
        for (var use : List.of(twins.site(), twins.repository())) {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (page.navigate(stack.site() + "/desk/uses/" + use).status() != 200) {
                assertThat(System.nanoTime()).as("until %s is shown", use).isLessThan(end);
                page.waitForTimeout(300);
            }
        }
        page.close();
        return twins.repository();
    }

    private void signIn(BrowserContext staff) {
        var page = staff.newPage();
        page.navigate(stack.site() + "/desk");
        page.locator("input[type=password]").fill(stack.password());
        var name = page.locator("input[autocomplete=username]");
        if (name.count() > 0) {
            name.fill("staff");
        }
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in") && !url.contains("login"));
        page.close();
    }

    /** What the desk's own navigation and its inbox lead to: one page of each shape. */
    private Set<String> pages(BrowserContext staff) {
        var page = staff.newPage();
        page.navigate(stack.site() + "/desk");
        var found = new LinkedHashSet<String>();
        found.add("/desk");
        for (var link : page.locator("nav a[href^='/desk']").all()) {
            found.add(link.getAttribute("href"));
        }
        page.locator("main a[href^='/desk/uses/']").all().stream()
                .limit(1)
                .forEach(link -> found.add(link.getAttribute("href")));
        found.add("/desk/catalogue/ijzp-q8t2");
        found.add("/desk/catalogue/quiet");
        page.close();
        assertThat(found).hasSizeGreaterThan(3).hasSizeLessThan(MOST);
        return found;
    }
}
