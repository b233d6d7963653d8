package sightings.local.world;

import java.util.List;
import java.util.Optional;

/** The sample's made-up publishers: a feed in each of three formats, and the articles as pages. */
final class PressSite implements Site {

    /**
     * A made-up publisher.
     *
     * @param slug part of its address
     * @param title its name
     * @param feed last part of its feed's address
     * @param type content type of its feed
     * @param language tag
     */
    record Publisher(String slug, String title, String feed, String type, String language) {}

    static final List<Publisher> PUBLISHERS = List.of(
            new Publisher(
                    "prairie-notes", "Prairie Notes (made up)", "rss.xml", "application/rss+xml; charset=utf-8", "en"),
            new Publisher(
                    "six-corners",
                    "Six Corners Log (made up)",
                    "atom.xml",
                    "application/atom+xml; charset=utf-8",
                    "en"),
            new Publisher(
                    "datos-de-barrio",
                    "Datos de barrio (inventado)",
                    "feed.json",
                    "application/feed+json; charset=utf-8",
                    "es"));

    private static final int IN_FEED = 20;

    private final History history;
    private final int maxAge;

    /**
     * The press of this history.
     *
     * @param maxAge for how many seconds a feed says that it stays as it is
     */
    PressSite(History history, int maxAge) {
        this.history = history;
        this.maxAge = maxAge;
    }

    @Override
    public Answer answer(Request request) {
        var parts = request.path().split("/", -1);
        return parts.length == 4
                ? publisher(parts[2])
                        .flatMap(publisher -> page(request, publisher, parts[3]))
                        .orElseGet(Answer::notFound)
                : Answer.notFound();
    }

    private static Optional<Publisher> publisher(String slug) {
        return PUBLISHERS.stream()
                .filter(publisher -> publisher.slug().equals(slug))
                .findFirst();
    }

    private Optional<Answer> page(Request request, Publisher publisher, String name) {
        var posts = history.posts(publisher.slug());
        var pages = new PressPages(request.base(), publisher);
        if (name.equals(publisher.feed())) {
            var recent = posts.stream().limit(IN_FEED).toList();
            return Optional.of(Answer.ok(publisher.type(), feed(pages, publisher, recent))
                    .with("Cache-Control", "max-age=" + maxAge)
                    .unlessKnown(request, recent.getFirst().publishedAt()));
        }
        if (name.isEmpty()) {
            return Optional.of(Answer.ok(Answer.HTML, pages.front(posts)));
        }
        return posts.stream()
                .filter(post -> post.article().slug().equals(name))
                .findFirst()
                .map(post -> Answer.ok(Answer.HTML, pages.article(post)).unlessKnown(request, post.publishedAt()));
    }

    private static String feed(PressPages pages, Publisher publisher, List<Post> posts) {
        return switch (publisher.feed()) {
            case "rss.xml" -> pages.rss(posts);
            case "atom.xml" -> pages.atom(posts);
            default -> pages.json(posts);
        };
    }
}
