package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sightings.event.FeedAdded;
import sightings.event.FeedInstruction;
import sightings.event.FeedRemoved;
import sightings.event.PersonId;
import sightings.event.SourceReported;
import sightings.showcase.instructions.InstructionDocument;
import sightings.showcase.instructions.Instructions;

/** Tests for {@link WatchedFeeds}. */
class WatchedFeedsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PersonId STAFF = new PersonId("p-1");
    private static final String FEED = "https://a.example/feed";

    @Test
    void hidesARemovedFeedOnlyWhileNoReportIsNewer() {
        var removed = asked(new FeedRemoved(FEED, STAFF, NOON));

        assertThat(feeds(removed, false, reported(NOON)).shown()).isEmpty();
        assertThat(feeds(removed, false, reported(NOON)).addresses()).isEmpty();
        assertThat(feeds(removed, false, reported(NOON.plusSeconds(1))).shown()).hasSize(1);
        assertThat(feeds(removed, false, reported(NOON.plusSeconds(1))).addresses())
                .containsExactly(FEED);
    }

    @Test
    void neverHidesAFeedOfTheSettings() {
        assertThat(feeds(asked(new FeedRemoved(FEED, STAFF, NOON)), true, reported(NOON))
                        .shown())
                .hasSize(1);
    }

    @Test
    void removesOnlyWhatStaffAddedAndTheSettingsDoNotName() {
        var source = WatchedFeeds.source(FEED);
        var added = asked(new FeedAdded(FEED, STAFF, NOON));

        assertThat(feeds(added, false).isRemovable(source)).isTrue();
        assertThat(feeds(added, true).isRemovable(source)).isFalse();
        assertThat(feeds(asked(), false, reported(NOON)).isRemovable(source)).isFalse();
        assertThat(feeds(asked(new FeedRemoved(FEED, STAFF, NOON)), false).isRemovable(source))
                .isFalse();
    }

    @Test
    void removesOnceMoreWhatIsStillRead() {
        var removed = asked(new FeedRemoved(FEED, STAFF, NOON));
        var late = reported(NOON.plusSeconds(1));

        assertThat(feeds(removed, false, late).isRemovable(late.source())).isTrue();
        assertThat(feeds(removed, true, late).isRemovable(late.source())).isFalse();
    }

    @Test
    void knowsFeedsBeforeTheyReport() {
        var added = feeds(asked(new FeedAdded(FEED, STAFF, NOON)), false);

        assertThat(added.silent()).containsExactly(WatchedFeeds.source(FEED));
        assertThat(added.isWatched(FEED)).isTrue();
        assertThat(feeds(asked(), true).isWatched(FEED)).isTrue();
        assertThat(feeds(asked(), false).isWatched(FEED)).isFalse();
    }

    private static WatchedFeeds feeds(Instructions asked, boolean inSettings, SourceReported... reports) {
        return new WatchedFeeds(List.of(reports), asked, inSettings ? Set.of(WatchedFeeds.source(FEED)) : Set.of());
    }

    private static Instructions asked(FeedInstruction... instructions) {
        return new Instructions(Stream.of(instructions)
                .map(one -> InstructionDocument.of(one.time().toString(), "e", one))
                .toList());
    }

    private static SourceReported reported(Instant time) {
        return new SourceReported(
                WatchedFeeds.source(FEED),
                SourceReported.Kind.FEED,
                FEED,
                SourceReported.State.OK,
                null,
                time,
                null,
                1,
                0,
                -1,
                Map.of(),
                time);
    }
}
