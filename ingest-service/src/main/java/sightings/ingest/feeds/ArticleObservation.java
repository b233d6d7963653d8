package sightings.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sightings.event.PlaceObserved;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.ingest.watching.ObservedText;
import sightings.ingest.watching.Redactor;

/**
 * Makes observations of articles. The place is the page's own address, so an edited article is the same place with
 * another text; secrets in it are not told. Pure.
 *
 * @param source the feed
 * @param feedTitle what the feed calls itself
 * @param feedSite its site
 * @param feedLanguage its language
 */
record ArticleObservation(
        SourceId source,
        @Nullable String feedTitle,
        @Nullable String feedSite,
        @Nullable String feedLanguage) {

    private static final int MAX_SUMMARY = 500;

    /** What the feed's item and its page say together. Some pages show their text only to browsers. */
    PlaceObserved of(Feed.Item item, Page page, Instant now) {
        var fromFeed = Page.fragment(item.html(), item.base());
        var body = pageHasMore(page, fromFeed) ? page.text() : fromFeed.text();
        var links = new LinkedHashSet<>(page.links());
        links.addAll(fromFeed.links());
        var title = item.title().isEmpty() ? Objects.requireNonNullElse(page.title(), "") : item.title();
        var published = published(item, now);
        var changed = item.updatedAt() == null ? published : notInFuture(item.updatedAt(), now);
        return observed(page, item.title(), title, body, links, published, changed, now);
    }

    /** What the page says when it is looked at again, without the feed. */
    PlaceObserved again(KnownPage known, Page page, Instant now) {
        var title = known.title().isEmpty() ? Objects.requireNonNullElse(page.title(), "") : known.title();
        var links = new LinkedHashSet<>(page.links());
        return observed(page, known.title(), title, page.text(), links, known.published(), known.published(), now);
    }

    /** Whether the page has at least as much text as the feed's item. */
    static boolean pageHasMore(Page page, Page fromFeed) {
        return page.text().length() >= fromFeed.text().length();
    }

    /** When the item was published, as far as that can be. */
    static @Nullable Instant published(Feed.Item item, Instant now) {
        return notInFuture(item.publishedAt() == null ? item.updatedAt() : item.publishedAt(), now);
    }

    private static @Nullable Instant notInFuture(@Nullable Instant time, Instant now) {
        return time == null || time.isAfter(now.plus(Duration.ofDays(1))) ? null : time;
    }

    private PlaceObserved observed(
            Page page,
            String heading,
            String title,
            String body,
            LinkedHashSet<String> links,
            @Nullable Instant published,
            @Nullable Instant changed,
            Instant now) {
        var text = ObservedText.of(heading.isEmpty() ? body : heading + "\n" + body);
        var address = Redactor.address(page.canonical().toString());
        var subject = new Subject(
                SubjectId.web(URI.create(address)),
                Subject.Kind.ARTICLE,
                title.isEmpty() ? address : Redactor.redact(title),
                summary(page.description()),
                address,
                null,
                Publishers.maker(feedTitle, feedSite),
                null,
                page.language() == null ? feedLanguage : page.language(),
                List.of(),
                changed);
        return new PlaceObserved(new Observation(
                source,
                new Place(address, null, null),
                subject,
                now,
                published,
                text.text(),
                links.stream().map(Redactor::redact).distinct().toList(),
                text.truncated()));
    }

    private static @Nullable String summary(@Nullable String description) {
        if (description == null) {
            return null;
        }
        var clean = Redactor.redact(description);
        return clean.length() <= MAX_SUMMARY ? clean : clean.substring(0, MAX_SUMMARY - 1) + "…";
    }
}
