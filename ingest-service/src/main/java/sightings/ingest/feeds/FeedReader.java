package sightings.ingest.feeds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9 to 2.0, Atom 0.3 and 1.0 and JSON Feed, as leniently as it is safe. It reads a stream from the top to its
 * limits and holds no more than what it returns. Nothing in a document makes it reach out.
 */
final class FeedReader {

    private static final int HEAD = 64 * 1024;

    private final FeedLimits limits;

    FeedReader(FeedLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads what arrives.
     *
     * @param contentType as the server said it, which is often wrong
     * @param address where it came from; links may be relative to it
     * @throws IOException where the stream breaks before anything could be made of it
     */
    FeedReading read(InputStream body, @Nullable String contentType, URI address) throws IOException {
        var capped = new ShortenedStream(body, limits.bytes());
        var in = new BufferedInputStream(capped, HEAD);
        in.mark(HEAD);
        var head = in.readNBytes(HEAD);
        in.reset();
        var encoding = FeedEncoding.of(head, contentType);
        char first = firstCharacter(encoding.decode(head));
        try {
            return switch (first) {
                case 0 -> new FeedReading.Unreadable("The document is empty");
                case '{' -> new FeedReading.Parsed(new JsonFeed(address, limits).read(encoding.reader(in), capped));
                case '[' -> new FeedReading.Unreadable("The document is JSON, but no JSON Feed");
                default -> xml(in, encoding, contentType, address, capped);
            };
        } catch (FeedFormatException e) {
            return new FeedReading.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private FeedReading xml(
            InputStream in, FeedEncoding encoding, @Nullable String contentType, URI address, ShortenedStream capped)
            throws IOException {
        in.mark(HEAD);
        var head = encoding.decode(in.readNBytes(HEAD));
        in.reset();
        if (isWebPage(head, contentType)) {
            // The head of a page is at its beginning; what it links further down is no feed of its own.
            var page = encoding.decode(in.readNBytes((int) Math.min(limits.bytes(), 8L * HEAD)));
            return new FeedReading.WebPage(FeedLinks.in(page, address));
        }
        return new FeedReading.Parsed(new XmlFeed(address, limits).read(encoding.reader(in), capped));
    }

    private static boolean isWebPage(String head, @Nullable String contentType) {
        var start = head.substring(0, Math.min(head.length(), 4_000)).toLowerCase(Locale.ROOT);
        boolean feed =
                start.contains("<rss") || start.contains("<feed") || start.contains("rdf>") || start.contains("<rdf:");
        boolean page = start.contains("<html") || start.contains("<!doctype html");
        boolean saysPage =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("text/html");
        return !feed && (page || saysPage && start.contains("<head"));
    }

    private static char firstCharacter(String head) {
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c > ' ' && c != '\uFEFF' && c != '\u00A0') {
                return c;
            }
        }
        return 0;
    }
}
