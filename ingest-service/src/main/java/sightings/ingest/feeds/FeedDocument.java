package sightings.ingest.feeds;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jdom2.JDOMException;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Hashes;
import sightings.ingest.web.Addresses;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads RSS, Atom and JSON Feed. Nothing in a document makes it reach out: declarations of its own are refused. */
final class FeedDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FeedDocument() {}

    /**
     * The feed in these bytes.
     *
     * @param address where it came from; links may be relative to it
     * @throws FeedFormatException where it is none
     */
    static Feed read(byte[] body, @Nullable String contentType, URI address) throws FeedFormatException {
        int first = 0;
        while (first < body.length && (Character.isWhitespace(body[first]) || body[first] < 0)) {
            first++;
        }
        if (first == body.length) {
            throw new FeedFormatException("The document is empty");
        }
        return body[first] == '{' ? json(body, address) : xml(body, contentType, address);
    }

    private static Feed xml(byte[] body, @Nullable String contentType, URI address) throws FeedFormatException {
        var text = withoutDoctype(legal(decoded(body, contentType)));
        var head = text.substring(0, Math.min(text.length(), 500)).toLowerCase(Locale.ROOT);
        if (head.contains("<html")) {
            throw new FeedFormatException("The document is a web page, not a feed");
        }
        try {
            var input = new SyndFeedInput(false, Locale.US);
            input.setAllowDoctypes(false);
            SyndFeed feed = input.build(new StringReader(text));
            var items = new ArrayList<Feed.Item>();
            feed.getEntries().forEach(entry -> items.add(item(entry, address)));
            return new Feed(
                    plain(feed.getTitle()), absolute(feed.getLink(), address), blankToNull(feed.getLanguage()), items);
        } catch (FeedException | RuntimeException e) {
            throw new FeedFormatException("The feed cannot be parsed: " + reason(e), e);
        }
    }

    private static Feed.Item item(SyndEntry entry, URI address) {
        var link = absolute(entry.getLink(), address);
        var id = blankToNull(entry.getUri());
        if (link == null && id != null && id.startsWith("http")) {
            link = absolute(id, address);
        }
        var html = new StringBuilder();
        if (entry.getDescription() != null) {
            html.append(entry.getDescription().getValue()).append('\n');
        }
        for (SyndContent content : entry.getContents()) {
            html.append(content.getValue()).append('\n');
        }
        var title = orEmpty(plain(entry.getTitle()));
        return new Feed.Item(
                identity(id, link, title),
                link,
                title,
                html.toString(),
                instant(entry.getPublishedDate()),
                instant(entry.getUpdatedDate()));
    }

    private static Feed json(byte[] body, URI address) throws FeedFormatException {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new FeedFormatException("The feed is broken JSON", e);
        }
        if (!text(root, "version").startsWith("https://jsonfeed.org/version/")
                || !root.path("items").isArray()) {
            throw new FeedFormatException("The document is JSON, but no JSON Feed");
        }
        var items = new ArrayList<Feed.Item>();
        for (JsonNode item : root.path("items")) {
            var link = absolute(text(item, "url"), address);
            if (link == null) {
                link = absolute(text(item, "external_url"), address);
            }
            var id = item.path("id").isNumber() ? item.path("id").asString() : blankToNull(text(item, "id"));
            var title = orEmpty(plain(text(item, "title")));
            items.add(new Feed.Item(
                    identity(id, link, title),
                    link,
                    title,
                    text(item, "content_html") + text(item, "content_text") + text(item, "summary"),
                    instant(text(item, "date_published")),
                    instant(text(item, "date_modified"))));
        }
        return new Feed(
                plain(text(root, "title")),
                absolute(text(root, "home_page_url"), address),
                blankToNull(text(root, "language")),
                items);
    }

    private static String identity(@Nullable String id, @Nullable String link, String title) {
        if (id != null) {
            return id;
        }
        return link == null ? Hashes.id("item", title) : link;
    }

    private static String decoded(byte[] body, @Nullable String contentType) throws FeedFormatException {
        try (var reader = contentType == null
                ? new XmlReader(new ByteArrayInputStream(body), true, "UTF-8")
                : new XmlReader(new ByteArrayInputStream(body), contentType, true, "UTF-8")) {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString().strip();
        } catch (IOException e) {
            throw new FeedFormatException("The feed's character encoding cannot be read", e);
        }
    }

    /** Without the control characters that XML forbids and many feeds have. */
    private static String legal(String text) {
        var legal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '\uFFFE' && c != '\uFFFF' || c == '\n' || c == '\r' || c == '\t') {
                legal.append(c);
            }
        }
        return legal.toString();
    }

    /** The DOCTYPE of RSS 0.91 says nothing we need; one with declarations of its own is an attack or a mistake. */
    private static String withoutDoctype(String text) throws FeedFormatException {
        int start = text.indexOf("<!DOCTYPE");
        if (start < 0 || start > 2_000) {
            return text;
        }
        int end = text.indexOf('>', start);
        int subset = text.indexOf('[', start);
        if (end < 0 || subset >= 0 && subset < end) {
            throw new FeedFormatException("The feed has a DOCTYPE with declarations of its own, which is not read");
        }
        return text.substring(0, start) + text.substring(end + 1);
    }

    private static @Nullable String absolute(@Nullable String link, URI address) {
        if (link == null || link.isBlank()) {
            return null;
        }
        try {
            var target = Addresses.resolve(address, link);
            var scheme = String.valueOf(target.getScheme());
            return (scheme.equals("http") || scheme.equals("https")) && target.getHost() != null
                    ? target.toString()
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isBlank() ? null : OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String plain(@Nullable String html) {
        return html == null ? null : blankToNull(Jsoup.parseBodyFragment(html).text());
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() ? value.asString() : "";
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The place of the mistake, without the library's stories around it. */
    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof JDOMException)) {
            cause = cause.getCause();
        }
        var message = String.valueOf(cause.getMessage());
        return message.length() > 200 ? message.substring(0, 200) : message;
    }

    /** The formats that are read, for the Accept header. */
    static String accepted() {
        return String.join(
                ", ",
                List.of(
                        "application/atom+xml",
                        "application/rss+xml",
                        "application/feed+json",
                        "application/xml;q=0.9",
                        "text/xml;q=0.9",
                        "application/json;q=0.8",
                        "*/*;q=0.1"));
    }
}
