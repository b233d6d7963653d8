package sightings.ingest.feeds;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one JSON Feed (1.0 and 1.1) from a stream, item by item. */
final class JsonFeed {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final FeedLimits limits;
    private final List<Feed.Item> items = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private String version = "";
    private @Nullable String title;
    private @Nullable String site;
    private @Nullable String language;
    private boolean hasItems;
    private long characters;

    JsonFeed(URI address, FeedLimits limits) {
        this.address = address;
        this.limits = limits;
    }

    /**
     * Reads to the end or to the limits.
     *
     * @throws FeedFormatException where it is none
     */
    Feed read(Reader document, ShortenedStream bytes) throws IOException {
        try (var json = JSON.createParser(new LegalCharacters(document))) {
            json.nextToken();
            members(json);
        } catch (JacksonException e) {
            tellOfTheEnd(bytes, e);
        }
        boolean named = version.contains("jsonfeed.org/version/");
        // Many APIs answer with items; those of a feed lead somewhere.
        if (!hasItems || !named && items.stream().allMatch(item -> item.link() == null)) {
            throw new FeedFormatException("The document is JSON, but no JSON Feed");
        }
        if (!named) {
            remarks.add("it does not say which version of JSON Feed it is");
        }
        return new Feed("JSON Feed", title, site, language, null, Identities.distinct(items, remarks), remarks);
    }

    private void tellOfTheEnd(ShortenedStream bytes, JacksonException e) throws FeedFormatException {
        if (items.isEmpty()) {
            throw new FeedFormatException("The document is broken JSON", e);
        }
        remarks.add(
                bytes.tooLong()
                        ? "read to the first %,d bytes".formatted(limits.bytes())
                        : "broken JSON after %,d items".formatted(items.size()));
    }

    private void members(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            if (name.equals("items") && token == JsonToken.START_ARRAY) {
                hasItems = true;
                if (!items(json)) {
                    return;
                }
            } else if (token == JsonToken.VALUE_STRING) {
                describe(name, json.getString());
            } else {
                json.skipChildren();
            }
        }
    }

    private void describe(String name, String value) {
        switch (name) {
            case "version" -> version = value;
            case "title" -> title = Markup.plain(value);
            case "home_page_url" -> site = Links.absolute(value, address);
            case "language" -> language = Markup.blankToNull(value);
            default -> {
                // Authors, icons: nothing that we keep.
            }
        }
    }

    /** Whether the items were read to their end. */
    private boolean items(JsonParser json) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() >= limits.items() || characters > limits.bytes()) {
                remarks.add("read to the first %,d items".formatted(items.size()));
                return false;
            }
            JsonNode item = json.readValueAsTree();
            if (item != null && item.isObject()) {
                add(item);
            }
        }
        return true;
    }

    private void add(JsonNode item) {
        var link = Links.absolute(text(item, "url"), address);
        if (link == null) {
            link = Links.absolute(text(item, "external_url"), address);
        }
        var name = item.path("id");
        var id = name.isNumber() ? name.asString() : Markup.blankToNull(text(item, "id"));
        var itemTitle = Objects.requireNonNullElse(Markup.plain(text(item, "title")), "");
        var whole = text(item, "content_html") + text(item, "content_text") + text(item, "summary");
        var html = whole.length() <= limits.itemCharacters() ? whole : whole.substring(0, limits.itemCharacters());
        characters += html.length();
        items.add(new Feed.Item(
                Identities.of(id, link, itemTitle, html),
                link,
                itemTitle,
                html,
                link == null ? address : URI.create(link),
                FeedTime.read(text(item, "date_published")),
                FeedTime.read(text(item, "date_modified"))));
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() ? value.asString() : "";
    }
}
