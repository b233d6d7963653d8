package sightings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for the public pages in Chromium: what axe says of them, keyboard, narrow windows, no scripts, the live map. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesIntegrationTests {

    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    private static final String STORY = "a story";

    private final Map<Integer, BrowserContext> visitors = new HashMap<>();
    private Chromium chromium;
    private LocalStack stack;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        stack = LocalStack.shared();
    }

    @AfterAll
    void end() {
        visitors.values().forEach(BrowserContext::close);
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/stories",
                STORY,
                "/story-map",
                "/datasets",
                "/datasets/ijzp-q8t2",
                "/power-users",
                "/problem-statements",
                "/problem-statements/PS-001",
                "/about",
                "/usage",
                "/method",
                "/privacy"
            })
    void everyPageIsForEverybody(String path) {
        lookAt(path, "en", WIDE);
        lookAt(path, "en", NARROW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", STORY, "/datasets/ijzp-q8t2", "/about", "/method", "/privacy"})
    void pagesInSpanishAreForEverybodyToo(String path) {
        lookAt(path, "es", NARROW);
    }

    private void lookAt(String path, String language, int width) {
        // The same visitor for all pages: what they share is fetched and read once.
        var visitor = visitors.computeIfAbsent(width, chromium::visitor);
        try (var tab = visitor.newPage()) {
            var look = new Look(tab, stack.site());
            var page = look.at(path(path) + "?lang=" + language);
            assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
            look.findsNothingWrong(path + " in " + language + " at " + width);
        }
    }

    @Test
    void missingPageIsForEverybodyToo() {
        try (var visitor = chromium.visitor(NARROW)) {
            var page = visitor.newPage();
            var answer = page.navigate(stack.site() + "/stories/nothing-here");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(page.locator("h1")).containsText("This page is not here");
        }
    }

    @Test
    void firstTabOfTheKeyboardSkipsToTheContent() {
        try (var visitor = chromium.visitor(WIDE)) {
            var page = open(visitor, "/stories");
            page.keyboard().press("Tab");
            var skip = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Skip to main content"));
            assertThat(skip).isFocused();
            assertThat(skip).isInViewport();
            page.keyboard().press("Enter");
            assertThat(page.url()).endsWith("#main");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/stories", STORY, "/story-map", "/datasets/ijzp-q8t2", "/problem-statements/PS-001"})
    void pageSaysTheSameWithoutScripts(String path) {
        try (var visitor = chromium.withoutScripts(NARROW)) {
            var page = open(visitor, path(path));
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("nav.site-nav a").first()).isVisible();
            if (page.locator(".map").count() > 0) {
                assertThat(page.locator(".map > svg").first()).isVisible();
            }
        }
    }

    @Test
    void mapMovesWithTheChapterThatIsRead() {
        try (var visitor = chromium.visitor(WIDE)) {
            var page = visitor.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            var look = new Look(page, stack.site());
            look.at("/story-map");
            page.locator(".map[data-ready]").waitFor();
            assertThat(page.locator(".pin")).hasCount(page.locator(".chapter").count());
            page.locator("#chapter-3 h2").evaluate("heading => heading.scrollIntoView({block: 'center'})");
            assertThat(page.locator("#chapter-3")).hasClass("chapter is-here");
            look.findsNothingWrong("the story map with its live map");
        }
    }

    @Test
    void languageIsChosenOnceAndRemembered() {
        try (var visitor = chromium.visitor(WIDE)) {
            var page = open(visitor, "/stories");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Español"))
                    .click();
            assertThat(page.locator("h1")).hasText("Historias");
            page.navigate(stack.site() + "/datasets");
            assertThat(page.locator("h1")).hasText("Conjuntos de datos");
        }
    }

    @Test
    void menuOpensOnANarrowWindow() {
        try (var visitor = chromium.visitor(NARROW)) {
            var page = open(visitor, "/");
            var link = page.locator("nav.site-nav a").first();
            assertThat(link).isHidden();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"))
                    .click();
            assertThat(link).isVisible();
        }
    }

    @Test
    void chartThatIsWiderThanTheWindowShowsTheNewestWeekFirst() {
        try (var visitor = chromium.visitor(NARROW)) {
            var chart = open(visitor, "/").locator(".chart").first();
            chart.evaluate("chart => chart.scrollIntoView({block: 'center'})");
            var weeks = chart.locator("text[text-anchor=middle]");
            assertThat(weeks.first()).not().isInViewport();
            assertThat(weeks.last()).isInViewport();
            assertThat(chart.locator("text[text-anchor=start]").first()).isInViewport();
        }
    }

    @Test
    void storiesAreFoundByWordsAndNarrowedByKind() {
        try (var visitor = chromium.visitor(WIDE)) {
            var page = open(visitor, "/stories");
            page.locator("#q").fill("beaches");
            page.keyboard().press("Enter");
            assertThat(page.locator(".card").first()).containsText("beaches");
            assertThat(page.locator(".card")).not().hasCount(LocalStack.STORIES);
            page.getByText("Show all").first().click();
            assertThat(page.locator(".card")).hasCount(LocalStack.STORIES);
        }
    }

    private Page open(BrowserContext visitor, String path) {
        var page = visitor.newPage();
        page.navigate(stack.site() + path);
        return page;
    }

    private String path(String path) {
        return path.equals(STORY) ? stack.story() : path;
    }
}
