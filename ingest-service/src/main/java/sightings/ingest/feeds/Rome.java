package sightings.ingest.feeds;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/**
 * Has ROME say what a feed's elements mean. ROME gets trees, never text: so none of its parsers runs, no DOCTYPE is there to
 * be heeded, and neither its guess of the encoding nor its healer matters.
 *
 * <p>ROME refuses a whole document for one bad number in it. So what it refuses together it is asked again piece by piece:
 * the items of a batch, then the elements of an item, and only the element that it refuses alone is lost, and counted.
 *
 * <p>Its own common form ({@code SyndFeed}) is not used: that takes Atom 0.3's time of change for the time of publication,
 * and forgets an Atom 0.3 link where there are two.
 */
final class Rome {

    private final WireFeedInput rome = new WireFeedInput(false, Locale.US);
    private final Dialect dialect;
    private int refused;

    Rome(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What the feed says of itself with these elements. */
    FeedHead head(List<Element> elements) {
        var feed = read(dialect.document(elements, List.of()));
        if (feed == null) {
            var readable = readable(elements, one -> dialect.document(List.of(one), List.of()));
            feed = read(dialect.document(readable, List.of()));
        }
        return feed == null ? FeedHead.NONE : FeedHead.of(feed);
    }

    /**
     * The items, in their order.
     *
     * @param most how many characters of an item's text are kept
     */
    List<Feed.Item> items(List<Healing.Item> items, int most) {
        var feed = read(document(items));
        if (feed == null && items.size() > 1) {
            return items.stream()
                    .flatMap(item -> items(List.of(item), most).stream())
                    .toList();
        }
        if (feed == null) {
            var item = items.getFirst().element();
            item.setContent(readable(item.removeContent(Filters.element()), this::asItem));
            feed = read(document(items));
        }
        if (feed == null) {
            refused++;
            return List.of();
        }
        return items(feed, items, most);
    }

    /** How many elements ROME refused. */
    int refused() {
        return refused;
    }

    private Document document(List<Healing.Item> items) {
        return dialect.document(
                List.of(), items.stream().map(Healing.Item::element).toList());
    }

    private Document asItem(Element only) {
        return dialect.document(List.of(), List.of(dialect.item().addContent(only)));
    }

    /** The elements that ROME takes when they come alone, out of any document. */
    private List<Element> readable(List<Element> elements, Function<Element, Document> alone) {
        var readable = new ArrayList<Element>();
        for (Element element : elements) {
            if (read(alone.apply(element)) != null) {
                readable.add(element);
            } else {
                refused++;
            }
            element.detach();
        }
        return readable;
    }

    /** What ROME makes of it, null where it refuses. */
    private @Nullable WireFeed read(Document document) {
        try {
            return rome.build(document);
        } catch (FeedException | RuntimeException e) {
            // Numbers and Base64 that are none leave ROME as whatever exception they caused.
            return null;
        }
    }

    private static List<Feed.Item> items(WireFeed feed, List<Healing.Item> healed, int most) {
        var read = WireItem.in(feed);
        return IntStream.range(0, read.size())
                .mapToObj(i ->
                        read.get(i).item(healed.get(i).base(), healed.get(i).textBase(), most))
                .toList();
    }
}
