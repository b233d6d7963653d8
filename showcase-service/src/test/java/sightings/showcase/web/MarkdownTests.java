package sightings.showcase.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Markdown}. */
class MarkdownTests {

    private final Markdown markdown = new Markdown();

    @Test
    void showsParagraphsListsAndEmphasis() {
        assertThat(markdown.html("One *two* **three**\n\n- a\n- b"))
                .contains("<p>One <em>two</em> <strong>three</strong></p>", "<li>a</li>");
    }

    @Test
    void putsHeadingsBelowThePagesOwn() {
        assertThat(markdown.html("# A\n\n## B\n\n###### F")).contains("<h2>A</h2>", "<h3>B</h3>", "<h6>F</h6>");
    }

    @Test
    void linksToTheWebWithoutVouchingForIt() {
        assertThat(markdown.html("[here](https://example.org/a?b=c)"))
                .contains("href=\"https://example.org/a?b&#61;c\"")
                .contains("nofollow", "noopener");
    }

    @Test
    void leavesOfAPictureOnlyItsWords() {
        assertThat(markdown.html("![a chart](https://tracker.example/x.png)"))
                .contains("a chart")
                .doesNotContain("<img", "tracker.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt&colon;alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[a](vbscript:x)",
                "![a](javascript:alert(1))",
                "<a href=\"javascript:alert(1)\">a</a>",
                "[a](https://example.org/\"onmouseover=alert(1))",
                "<svg/onload=alert(1)>",
                "<iframe src=//example.org></iframe>",
                "<style>*{display:none}</style>",
                "```\n</pre><script>alert(1)</script>\n```",
                "[x]: javascript:alert(1)\n\n[x]",
                "<!--><script>alert(1)</script>-->"
            })
    void letsNothingRun(String hostile) {
        var html = markdown.html(hostile);
        assertThat(html.toLowerCase())
                .doesNotContain(
                        "<script",
                        "<img",
                        "<svg",
                        "<iframe",
                        "<style",
                        "href=\"javascript",
                        "href=\"data",
                        "href=\"vbscript")
                .doesNotContainPattern("<[^>]*\\son[a-z]+\\s*=");
    }

    @Test
    void survivesDeepNesting() {
        assertThat(markdown.html(">".repeat(5_000) + " deep")).contains("deep");
        assertThat(markdown.html("[".repeat(5_000))).contains("[");
        assertThat(markdown.html("*a ".repeat(5_000))).contains("a");
    }
}
