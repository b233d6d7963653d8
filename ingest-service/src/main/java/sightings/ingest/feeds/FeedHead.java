package sightings.ingest.feeds;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.SyModule;
import com.rometools.rome.feed.rss.Channel;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself, as ROME read it.
 *
 * @param title plain text
 * @param site absolute address of what it belongs to
 * @param language tag
 * @param refresh how long it asks to be left alone, by {@code ttl} or {@code sy:updatePeriod}, whichever is longer
 */
record FeedHead(
        @Nullable String title,
        @Nullable String site,
        @Nullable String language,
        @Nullable Duration refresh) {

    /** Of a feed that says nothing. */
    static final FeedHead NONE = new FeedHead(null, null, null, null);

    private static final int MOST_MINUTES = 366 * 24 * 60;

    static FeedHead of(WireFeed feed) {
        var dublin = (DCModule) feed.getModule(DCModule.URI);
        var dublinLanguage = dublin == null ? null : dublin.getLanguage();
        var period = period((SyModule) feed.getModule(SyModule.URI));
        if (feed instanceof Channel channel) {
            var language = channel.getLanguage() == null ? dublinLanguage : channel.getLanguage();
            return new FeedHead(
                    Markup.plain(channel.getTitle()),
                    Markup.blankToNull(channel.getLink()),
                    Markup.blankToNull(language),
                    longer(minutes(channel.getTtl()), period));
        }
        var atom = (Feed) feed;
        var links = atom.getAlternateLinks();
        return new FeedHead(
                atom.getTitleEx() == null
                        ? null
                        : Markup.plain(atom.getTitleEx().getValue()),
                links.isEmpty() ? null : links.getFirst().getHref(),
                Markup.blankToNull(dublinLanguage),
                period);
    }

    private static @Nullable Duration minutes(int minutes) {
        return minutes < 1 ? null : Duration.ofMinutes(Math.min(minutes, MOST_MINUTES));
    }

    private static @Nullable Duration period(@Nullable SyModule syndication) {
        if (syndication == null || syndication.getUpdatePeriod() == null) {
            return null;
        }
        var period = switch (syndication.getUpdatePeriod()) {
            case SyModule.HOURLY -> Duration.ofHours(1);
            case SyModule.DAILY -> Duration.ofDays(1);
            case SyModule.WEEKLY -> Duration.ofDays(7);
            case SyModule.MONTHLY -> Duration.ofDays(30);
            default -> Duration.ofDays(365);
        };
        return period.dividedBy(Math.max(1, syndication.getUpdateFrequency()));
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(null);
    }
}
