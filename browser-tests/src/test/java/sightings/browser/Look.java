package sightings.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Looks at one page as a reader would, and notes what went wrong on the way. */
final class Look {

    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private final Page page;
    private final String site;
    private final List<String> wrong = new ArrayList<>();

    /** Looks with this tab from now on. */
    Look(Page page, String site) {
        this.page = page;
        this.site = site;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                wrong.add("console: " + message.text());
            }
        });
        page.onPageError(error -> wrong.add("script: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(site)
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                wrong.add("from elsewhere: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                wrong.add(response.status() + ": " + response.url());
            }
        });
    }

    /** Opens a page of the site. */
    Page at(String path) {
        page.navigate(site + path);
        page.waitForLoadState();
        return page;
    }

    /** What axe finds against WCAG 2.1 A and AA, what is wider than the window, what did not load. */
    void findsNothingWrong(String what) {
        // The other mode opens a second, empty tab for each page, for what pages in pages have; ours have none.
        assertThat(page.frames()).as("pages within " + what).hasSize(1);
        // Of what is right, nobody reads where it stands, which takes axe longer than to look.
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var found = new AxeBuilder(page)
                .setLegacyMode(true).options(options).withTags(WCAG_AA).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getFailureSummary()))
                        .toList();
        assertThat(found).as("accessibility of " + what).isEmpty();
        var wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wide).intValue())
                .as("how much wider than the window " + what + " is")
                .isLessThanOrEqualTo(0);
        assertThat(wrong).as("while " + what + " loaded").isEmpty();
    }
}
