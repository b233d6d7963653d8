package sightings.ingest.asked;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.ingest.watching.ObservedText;
import sightings.ingest.watching.Redactor;

/**
 * What somebody at the desk pasted, to be read as a watcher would have seen it.
 *
 * @param kind what it is
 * @param path name of the file that it is from, such as {@code app.py}; decides how code and prose are told apart
 * @param text as pasted; secrets are taken out before anything else is done with it
 */
record Question(Kind kind, @Nullable String path, String text) {

    private static final Pattern REQUEST = Pattern.compile("\"[A-Z]{3,10} (/[^\\s\"]{0,4000})");
    private static final Pattern ADDRESS = Pattern.compile("\"(https?://[^\\s\"]{1,4000})");
    private static final int MOST_LINKS = 500;
    private static final String DESK = "https://desk.invalid/pasted";

    /** What was pasted. */
    enum Kind {
        /** An address. */
        ADDRESS,
        /** A piece of code or prose. */
        TEXT,
        /** A line of the portal's access log. */
        LOG_LINE,
        /** An item of a feed, as XML or HTML. */
        FEED_ITEM
    }

    /** What a watcher would have sent. */
    Observation observed(Collection<String> portals, Instant now) {
        return switch (kind) {
            case ADDRESS, TEXT -> observation(path == null ? null : cleanPath(path), text, List.of(), now);
            case LOG_LINE -> observation(null, requested(portals), List.of(), now);
            case FEED_ITEM -> item(now);
        };
    }

    /** A log names paths only: they are asked of each portal. The page that referred is read too. */
    private String requested(Collection<String> portals) {
        var asked = new ArrayList<String>();
        var request = REQUEST.matcher(text);
        if (request.find()) {
            portals.forEach(portal -> asked.add("https://" + portal + request.group(1)));
        }
        ADDRESS.matcher(text).results().forEach(address -> asked.add(address.group(1)));
        return asked.isEmpty() ? text : String.join("\n", asked);
    }

    private Observation item(Instant now) {
        var links = new ArrayList<String>();
        var words = new StringBuilder();
        var item = Jsoup.parse(text, "", Parser.xmlParser());
        read(item, words, links);
        // What a feed says in HTML stands escaped or as CDATA within its XML.
        for (Element element : item.select("description, content, summary, content|encoded")) {
            read(Jsoup.parse(element.wholeText()), words, links);
        }
        return observation(
                null,
                words.toString(),
                links.stream().distinct().limit(MOST_LINKS).toList(),
                now);
    }

    private static void read(Element root, StringBuilder words, List<String> links) {
        words.append(root.wholeText()).append('\n');
        root.select("[href]").forEach(each -> links.add(each.attr("href")));
        root.select("[src]").forEach(each -> links.add(each.attr("src")));
        links.removeIf(link -> !link.matches("https?://.{1,4000}"));
    }

    private static Observation observation(@Nullable String path, String raw, List<String> links, Instant now) {
        var text = ObservedText.of(raw);
        boolean code = path != null;
        var subject = new Subject(
                new SubjectId("desk.invalid/pasted"),
                code ? Subject.Kind.REPOSITORY : Subject.Kind.ARTICLE,
                "",
                null,
                DESK,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new Observation(
                new SourceId("desk"),
                new Place(DESK, path, null),
                subject,
                now,
                null,
                text.text(),
                links.stream().map(Redactor::redact).toList(),
                text.truncated());
    }

    private static @Nullable String cleanPath(String path) {
        var clean = path.strip();
        return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), 300));
    }
}
