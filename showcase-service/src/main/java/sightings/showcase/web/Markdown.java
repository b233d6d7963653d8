package sightings.showcase.web;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Turns the Markdown that staff write into HTML that is safe to show, whatever was written: no markup of its own, no
 * pictures from elsewhere, links only to http, https and mailto. Headings begin below the page's own.
 */
@Component
public class Markdown {

    private static final int BELOW = 1;
    private static final int DEEPEST = 6;

    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "a")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelsOnLinks("nofollow", "noopener")
            .toFactory();

    private final Parser parser = Parser.builder().maxOpenBlockParsers(50).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    /** The text as HTML. */
    public String html(String text) {
        var document = parser.parse(text);
        document.accept(new OwnPlace());
        return SAFE.sanitize(renderer.render(document));
    }

    /** Puts headings below the page's own, and leaves of a picture only what it says. */
    private static final class OwnPlace extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + BELOW, DEEPEST));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            for (var word : children(image)) {
                image.insertBefore(word);
            }
            image.unlink();
        }

        private static List<org.commonmark.node.Node> children(Image image) {
            var children = new java.util.ArrayList<org.commonmark.node.Node>();
            for (var child = image.getFirstChild(); child != null; child = child.getNext()) {
                children.add(child);
            }
            return children;
        }
    }
}
