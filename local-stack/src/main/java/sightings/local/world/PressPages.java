package sightings.local.world;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sightings.local.world.PressSite.Publisher;
import tools.jackson.databind.json.JsonMapper;

/** Writes feeds and pages of one publisher. Each page says that it is made up. */
final class PressPages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");

    private final String home;
    private final Publisher publisher;

    PressPages(String base, Publisher publisher) {
        this.home = base + "/press/" + publisher.slug() + "/";
        this.publisher = publisher;
    }

    String rss(List<Post> posts) {
        var items = posts.stream()
                .map(post -> """
                        <item>
                        <title>%s</title>
                        <link>%s</link>
                        <guid isPermaLink="true">%s</guid>
                        <pubDate>%s</pubDate>
                        <description>%s</description>
                        </item>
                        """.formatted(
                                escaped(post.article().title()),
                                address(post),
                                address(post),
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        post.publishedAt().atOffset(ZoneOffset.UTC)),
                                escaped(teaser(post))))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0">
                <channel>
                <title>%s</title>
                <link>%s</link>
                <description>%s</description>
                <language>%s</language>
                %s</channel>
                </rss>
                """.formatted(escaped(publisher.title()), home, notice(), publisher.language(), items);
    }

    String atom(List<Post> posts) {
        var entries = posts.stream()
                .map(post -> """
                        <entry>
                        <id>%s</id>
                        <title>%s</title>
                        <link rel="alternate" type="text/html" href="%s"/>
                        <published>%s</published>
                        <updated>%s</updated>
                        <content type="html">%s</content>
                        </entry>
                        """.formatted(
                                address(post),
                                escaped(post.article().title()),
                                address(post),
                                post.publishedAt(),
                                post.publishedAt(),
                                escaped(body(post))))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom">
                <id>%s</id>
                <title>%s</title>
                <subtitle>%s</subtitle>
                <link rel="alternate" href="%s"/>
                <link rel="self" href="%s"/>
                <updated>%s</updated>
                <author><name>%s</name></author>
                %s</feed>
                """.formatted(
                        home,
                        escaped(publisher.title()),
                        notice(),
                        home,
                        home + publisher.feed(),
                        posts.getFirst().publishedAt(),
                        escaped(publisher.title()),
                        entries);
    }

    String json(List<Post> posts) {
        var root = JSON.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", publisher.title())
                .put("home_page_url", home)
                .put("feed_url", home + publisher.feed())
                .put("description", notice())
                .put("language", publisher.language());
        var items = root.putArray("items");
        posts.forEach(post -> items.addObject()
                .put("id", address(post))
                .put("url", address(post))
                .put("title", post.article().title())
                .put("content_html", body(post))
                .put("date_published", post.publishedAt().toString()));
        return root.toString();
    }

    String front(List<Post> posts) {
        var list = posts.stream()
                .map(post -> "<li><a href=\"%s\">%s</a></li>"
                        .formatted(address(post), escaped(post.article().title())))
                .collect(Collectors.joining("\n"));
        return page(publisher.title(), home, "<ul>\n" + list + "\n</ul>");
    }

    String article(Post post) {
        var text = """
                <article>
                <h1>%s</h1>
                <p><time datetime="%s">%s</time></p>
                %s
                </article>""".formatted(
                        escaped(post.article().title()),
                        post.publishedAt(),
                        post.publishedAt().toString().substring(0, 10),
                        body(post));
        return page(post.article().title(), address(post), text);
    }

    private String page(String title, String canonical, String text) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <title>%s | %s</title>
                <link rel="canonical" href="%s">
                <link rel="alternate" type="%s" href="%s">
                <meta name="description" content="%s">
                </head>
                <body>
                <nav><a href="%s">%s</a> <a href="https://%s/">Data portal</a> <a href="https://%s/browse">All data</a></nav>
                <main>
                %s
                </main>
                <footer><p>%s</p><p><a href="https://example.org/">example.org</a></p></footer>
                </body>
                </html>
                """.formatted(
                        publisher.language(),
                        escaped(title),
                        escaped(publisher.title()),
                        canonical,
                        publisher.type().replaceAll(";.*", ""),
                        home + publisher.feed(),
                        escaped(title),
                        home,
                        escaped(publisher.title()),
                        SampleCity.HOST,
                        SampleCity.HOST,
                        text,
                        notice());
    }

    private String notice() {
        return publisher.language().equals("es")
                ? "Publicación inventada para la ciudad de muestra de Sightings."
                : "A made-up publication for the sample city of Sightings.";
    }

    private String address(Post post) {
        return home + post.article().slug();
    }

    private static String teaser(Post post) {
        return LINK.matcher(post.article().paragraphs().getFirst()).replaceAll("$1");
    }

    private static String body(Post post) {
        return post.article().paragraphs().stream()
                .map(paragraph -> "<p>" + linked(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String linked(String paragraph) {
        return LINK.matcher(escaped(paragraph))
                .replaceAll(match -> Matcher.quoteReplacement(
                        "<a href=\"%s\">%s</a>".formatted(target(match.group(2)), match.group(1))));
    }

    /** A bare id stands for the dataset's short address, a path for one at the portal. */
    private static String target(String link) {
        if (link.startsWith("/")) {
            return "https://" + SampleCity.HOST + link;
        }
        return link.startsWith("http") ? link : "https://" + SampleCity.HOST + "/d/" + link;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
