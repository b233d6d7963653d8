package sightings.ingest.feeds;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.Validators;

/**
 * What is kept of a feed between two readings.
 *
 * @param validators what its server gave to ask "has it changed?" with
 * @param address where it is read instead of where the settings say: it has moved, or a page named it
 * @param move a permanent redirect that is not believed yet
 * @param ended when its server said that it is gone for good
 * @param title what it calls itself
 * @param site the site it belongs to
 * @param told how long it asks to be left alone
 * @param published when its newest items were published, for its pace
 * @param due when it may be asked again, also after a restart
 */
record FeedState(
        Validators validators,
        @Nullable URI address,
        @Nullable Move move,
        @Nullable Instant ended,
        @Nullable String title,
        @Nullable String site,
        @Nullable Duration told,
        List<Instant> published,
        @Nullable Instant due) {

    private static final int NEWEST = 10;

    FeedState {
        published = List.copyOf(published);
    }

    /**
     * A permanent redirect that was seen.
     *
     * @param target where to
     * @param times how often in a row
     * @param since when first
     */
    record Move(URI target, int times, Instant since) {}

    FeedState with(Validators newValidators) {
        return new FeedState(newValidators, address, move, ended, title, site, told, published, due);
    }

    /** The same, read elsewhere from now on; what another server gave as validators says nothing there. */
    FeedState at(@Nullable URI newAddress) {
        return new FeedState(Validators.NONE, newAddress, null, ended, title, site, told, published, null);
    }

    FeedState with(@Nullable Move newMove) {
        return new FeedState(validators, address, newMove, ended, title, site, told, published, due);
    }

    FeedState endedAt(@Nullable Instant time) {
        return new FeedState(Validators.NONE, address, null, time, title, site, told, published, null);
    }

    FeedState dueAt(@Nullable Instant time) {
        return new FeedState(validators, address, move, ended, title, site, told, published, time);
    }

    FeedState describedBy(Feed feed) {
        var newest = feed.items().stream()
                .map(item -> item.publishedAt() == null ? item.updatedAt() : item.publishedAt())
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .limit(NEWEST)
                .toList();
        return new FeedState(validators, address, move, ended, feed.title(), feed.site(), feed.refresh(), newest, due);
    }

    /** From a checkpoint. What cannot be read there is as if it had not been written. */
    static FeedState of(Map<String, String> state) {
        var target = address(state.get("moved-to"));
        var since = time(state.get("moved-since"));
        var times = state.getOrDefault("moved-times", "");
        var move = target == null || since == null || !times.matches("\\d{1,6}")
                ? null
                : new Move(target, Integer.parseInt(times), since);
        return new FeedState(
                new Validators(state.get("etag"), state.get("last-modified")),
                address(state.get("address")),
                move,
                time(state.get("ended")),
                state.get("title"),
                state.get("site"),
                seconds(state.get("told")),
                Arrays.stream(state.getOrDefault("published", "").split(" "))
                        .map(FeedState::time)
                        .filter(Objects::nonNull)
                        .toList(),
                time(state.get("due")));
    }

    /** For a checkpoint. */
    Map<String, String> toMap() {
        var state = new TreeMap<String, String>();
        put(state, "etag", validators.etag());
        put(state, "last-modified", validators.lastModified());
        put(state, "address", address);
        if (move != null) {
            put(state, "moved-to", move.target());
            put(state, "moved-times", move.times());
            put(state, "moved-since", move.since());
        }
        put(state, "ended", ended);
        put(state, "title", title);
        put(state, "site", site);
        put(state, "told", told == null ? null : told.toSeconds());
        if (!published.isEmpty()) {
            put(
                    state,
                    "published",
                    String.join(" ", published.stream().map(Instant::toString).toList()));
        }
        put(state, "due", due);
        return state;
    }

    private static void put(Map<String, String> state, String name, @Nullable Object value) {
        if (value != null) {
            state.put(name, value.toString());
        }
    }

    private static @Nullable URI address(@Nullable String text) {
        var address = Links.absolute(text, URI.create("about:blank"));
        return address == null ? null : URI.create(address);
    }

    private static @Nullable Duration seconds(@Nullable String text) {
        return text != null && text.matches("\\d{1,10}") ? Duration.ofSeconds(Long.parseLong(text)) : null;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
