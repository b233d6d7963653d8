package sightings.showcase.instructions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.event.AliasAdded;
import sightings.event.AliasRemoved;
import sightings.event.DatasetRevised;
import sightings.event.DemandSeen;
import sightings.event.DemandSetAside;
import sightings.event.DemandTakenUp;
import sightings.event.EventCodec;
import sightings.event.FeedAdded;
import sightings.event.FeedRemoved;
import sightings.event.FindsRevised;
import sightings.event.Instruction;
import sightings.event.PersonId;
import sightings.event.SourcePaused;
import sightings.event.SourceResumed;
import sightings.evidence.SourceId;
import sightings.showcase.instructions.Revisions.Cause;
import sightings.showcase.instructions.Revisions.Change;
import sightings.showcase.instructions.Revisions.Effect;

/** Tests for {@link Instructions}, {@link InstructionDocument} and {@link Revisions}. */
class InstructionsTests {

    private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");
    private static final PersonId STAFF = new PersonId("p-1");
    private static final DatasetId TREES = new DatasetId("abcd-2345");
    private static final DatasetId BUSES = new DatasetId("bcde-3456");
    private static final SourceId GITHUB = new SourceId("github");

    @Test
    void letsTheLatestAboutEachSubjectStandAndKeepsAll() {
        var asked = asked(
                added("wxyz-9876", 0),
                added("vwxy-8765", 1),
                new AliasRemoved(TREES, Reference.Kind.ID, "wxyz-9876", STAFF, TIME.plusSeconds(2)),
                new SourcePaused(GITHUB, STAFF, TIME),
                new FeedAdded("https://a.example/feed", STAFF, TIME),
                new FeedAdded("https://b.example/feed", STAFF, TIME),
                new FeedRemoved("https://b.example/feed", STAFF, TIME.plusSeconds(5)));

        assertThat(asked.aliases(TREES)).extracting(InstructionDocument::value).containsExactly("vwxy-8765");
        assertThat(asked.aboutAliases(TREES))
                .extracting(InstructionDocument::value)
                .containsExactly("wxyz-9876", "vwxy-8765", "wxyz-9876");
        assertThat(asked.paused()).containsExactly(GITHUB);
        assertThat(asked.feedsAdded()).containsExactly(new SourceId("feed:https://a.example/feed"));
        assertThat(asked.feedsRemoved())
                .isEqualTo(Map.of(new SourceId("feed:https://b.example/feed"), TIME.plusSeconds(5)));
    }

    @Test
    void setsAsideWhatVisitorsAskForUntilItIsTakenUpAgain() {
        var asked = asked(
                new DemandSetAside(DemandSeen.Kind.SEARCH, "noise", STAFF, TIME),
                new DemandSetAside(DemandSeen.Kind.SEARCH, "smell", STAFF, TIME),
                new DemandTakenUp(DemandSeen.Kind.SEARCH, "smell", STAFF, TIME.plusSeconds(1)),
                added("wxyz-9876", 0));

        assertThat(asked.demandsSetAside()).containsExactly("demand/search/noise");
        assertThat(asked.aliasValues()).containsExactly("wxyz-9876");
        assertThat(asked.aboutAliases()).hasSize(1);
    }

    @Test
    void endsAPauseWhateverOrderItIsReadIn() {
        var asked = asked(new SourceResumed(GITHUB, STAFF, TIME.plusSeconds(1)), new SourcePaused(GITHUB, STAFF, TIME));

        assertThat(asked.paused()).isEmpty();
        assertThat(asked.lastAbout(GITHUB))
                .hasValueSatisfying(one -> assertThat(one.act()).isEqualTo(InstructionDocument.Act.SOURCE_RESUMED));
    }

    @Test
    void addsUpWhatThePartsSayOfOneInstructionAndItsDataset() {
        var revisions = new Revisions(List.of(
                revised(0, List.of("i1"), true, new DatasetRevised(TREES, 10, 1)),
                // Broken off, since the catalogue changed meanwhile, and read again with another instruction.
                revised(1, List.of("i1"), false, new DatasetRevised(TREES, 4, 0)),
                revised(
                        1,
                        List.of("i1", "i2"),
                        true,
                        new DatasetRevised(TREES, 3, 2),
                        new DatasetRevised(BUSES, 9, 0))));

        assertThat(revisions.of("i1", TREES)).isEqualTo(new Effect(17, 3, 2, 2));
        assertThat(revisions.of("i1", TREES).isDone()).isTrue();
        assertThat(revisions.of("i2", BUSES)).isEqualTo(new Effect(9, 0, 1, 2));
        assertThat(revisions.of("i3", TREES)).isEqualTo(new Effect(0, 0, 0, 0));
        assertThat(revisions.of("i3", TREES).isDone()).isFalse();
    }

    @Test
    void addsUpWhatThePartsSayOfOneChangeAndSaysWhy() {
        var revisions = new Revisions(List.of(
                changed("v1", "v2", 1, List.of(), 4, 1, 0),
                changed("v1", "v2", 1, List.of(), 3, 0, 60),
                changed("v2", "v3", 1, List.of("i1"), 17, 3, 120),
                changed("v3", "v3", 2, List.of(), 0, 0, 180),
                changed("v3", "v4", 3, List.of(), 1, 0, 240)));

        assertThat(revisions.changes(20))
                .containsExactly(
                        new Change(Set.of(Cause.DATASETS, Cause.RULES), 1, 0, TIME.plusSeconds(240)),
                        new Change(Set.of(Cause.RULES), 0, 0, TIME.plusSeconds(180)),
                        new Change(Set.of(Cause.ALIASES), 17, 3, TIME.plusSeconds(120)),
                        new Change(Set.of(Cause.DATASETS), 7, 1, TIME.plusSeconds(60)));
        assertThat(revisions.changes(1)).hasSize(1);
    }

    private static FindsRevised changed(
            String before, String after, int rules, List<String> aliases, int gained, int lost, int seconds) {
        return new FindsRevised(
                seconds,
                2,
                new CatalogueVersion(before),
                new CatalogueVersion(after),
                Math.max(1, rules - 1),
                rules,
                aliases,
                0,
                gained,
                lost,
                0,
                true,
                List.of(),
                TIME.plusSeconds(seconds));
    }

    private static AliasAdded added(String id, int seconds) {
        return new AliasAdded(
                TREES, Reference.Kind.ID, id, LocalDate.parse("2019-03-01"), STAFF, TIME.plusSeconds(seconds));
    }

    private static FindsRevised revised(
            int partition, List<String> aliases, boolean complete, DatasetRevised... datasets) {
        var version = new CatalogueVersion("v");
        return new FindsRevised(
                partition, 2, version, version, 1, 1, aliases, 0, 0, 0, 0, complete, List.of(datasets), TIME);
    }

    private static Instructions asked(Instruction... instructions) {
        var codec = new EventCodec();
        return new Instructions(Stream.of(instructions)
                .map(one -> InstructionDocument.of(codec.write(one).key(), codec.id(one), one))
                .toList());
    }
}
