package sightings.showcase.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.event.MergeDecision;
import sightings.event.PersonId;
import sightings.event.RejectReason;
import sightings.event.Story;
import sightings.event.Texts;
import sightings.event.UseAbsorbed;
import sightings.event.UseDecision;
import sightings.event.UseMerged;
import sightings.event.UsePublished;
import sightings.event.UseRejected;
import sightings.event.UseReleased;
import sightings.event.UseReopened;
import sightings.event.UseSplit;
import sightings.event.UseType;
import sightings.event.UseWithdrawn;
import sightings.evidence.Method;
import sightings.evidence.UseId;
import sightings.evidence.Verification;

/** Tests for {@link Curator}. */
class CuratorTests {

    private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
    private static final UseId USE = new UseId("use4711");
    private static final UseId SITE = new UseId("site4711");
    private static final PersonId ITO = new PersonId("ito");

    private final Curator curator = new Curator(InstantSource.fixed(NOW));

    @Test
    void publishesUseThatAwaitsReview() {
        assertThat(granted(new PublishUse(USE, ITO, 0, story("A")), awaiting()))
                .isEqualTo(new UsePublished(USE, ITO, 0, NOW, story("A")));
    }

    @Test
    void publishesNewTextOfPublishedStory() {
        var now = after(awaiting(), new PublishUse(USE, ITO, 0, story("A")));

        assertThat(granted(new PublishUse(USE, ITO, 1, story("B")), now)).isInstanceOf(UsePublished.class);
    }

    @Test
    void rejectsUseThatAwaitsReview() {
        assertThat(granted(new RejectUse(USE, ITO, 0, RejectReason.SPAM, "ads"), awaiting()))
                .isEqualTo(new UseRejected(USE, ITO, 0, NOW, RejectReason.SPAM, "ads"));
    }

    @Test
    void saysWhoRejectedAndWhatWouldBeAllowed() {
        var now = after(awaiting(), new RejectUse(USE, ITO, 0, RejectReason.SPAM, null));

        assertThat(refused(new RejectUse(USE, ITO, 1, RejectReason.DEAD, null), now))
                .isEqualTo("“City cycle map” is already rejected (by ito, 2026-11-02T15:00:00Z). Reopen it first.");
        assertThat(refused(new PublishUse(USE, ITO, 1, story("A")), now)).contains("Reopen it first");
        assertThat(refused(new WithdrawUse(USE, ITO, 1, null), now)).contains("Only a published story");
    }

    @Test
    void refusesToRejectOrReopenPublishedStory() {
        var now = after(awaiting(), new PublishUse(USE, ITO, 0, story("A")));

        assertThat(refused(new RejectUse(USE, ITO, 1, RejectReason.DEAD, null), now))
                .contains("Take the story back first");
        assertThat(refused(new ReopenUse(USE, ITO, 1, null), now)).contains("Only a rejected use");
    }

    @Test
    void refusesToReopenWithdrawOrUndoWhatNobodyDecided() {
        assertThat(refused(new ReopenUse(USE, ITO, 0, null), awaiting())).contains("awaits review already");
        assertThat(refused(new WithdrawUse(USE, ITO, 0, null), awaiting())).contains("awaits review");
        assertThat(refused(new UndoUseDecision(USE, ITO, 0), awaiting())).contains("nothing to undo");
    }

    @Test
    void reopensRejectedUse() {
        var now = after(awaiting(), new RejectUse(USE, ITO, 0, RejectReason.SPAM, null));

        assertThat(granted(new ReopenUse(USE, ITO, 1, "looked again"), now))
                .isEqualTo(new UseReopened(USE, ITO, 1, NOW, "looked again"));
    }

    @Test
    void takesPublishedStoryBack() {
        var now = after(awaiting(), new PublishUse(USE, ITO, 0, story("A")));

        assertThat(granted(new WithdrawUse(USE, ITO, 1, null), now))
                .isEqualTo(new UseWithdrawn(USE, ITO, 1, NOW, null));
    }

    @Test
    void tellsPersonWhoLookedBeforeSomebodyDecided() {
        var now = after(awaiting(), new PublishUse(USE, ITO, 0, story("A")));

        assertThat(curator.decide(new RejectUse(USE, ITO, 0, RejectReason.SPAM, null), now))
                .isEqualTo(new Verdict.Overtaken<UseDecision>(0, 1));
    }

    @Test
    void undoesRejectionByReopening() {
        var now = after(awaiting(), new RejectUse(USE, ITO, 0, RejectReason.SPAM, null));

        assertThat(undo(now)).isInstanceOf(UseReopened.class);
    }

    @Test
    void undoesFirstPublicationByTakingItBack() {
        var now = after(awaiting(), new PublishUse(USE, ITO, 0, story("A")));

        assertThat(undo(now)).isInstanceOf(UseWithdrawn.class);
    }

    @Test
    void undoesNewTextByPublishingTheEarlierOne() {
        var now = after(
                after(awaiting(), new PublishUse(USE, ITO, 0, story("A"))), new PublishUse(USE, ITO, 1, story("B")));

        assertThat(undo(now)).isEqualTo(new UsePublished(USE, ITO, 2, NOW, story("A")));
    }

    @Test
    void undoesWithdrawalByPublishingTheLastText() {
        var now = after(awaiting(), new PublishUse(USE, ITO, 0, story("A")));
        now = after(now, new PublishUse(USE, ITO, 1, story("B")));
        now = after(now, new WithdrawUse(USE, ITO, 2, null));

        assertThat(undo(now)).isEqualTo(new UsePublished(USE, ITO, 3, NOW, story("B")));
    }

    @Test
    void undoesReopeningByRejectingForTheSameReason() {
        var now = after(awaiting(), new RejectUse(USE, ITO, 0, RejectReason.HOMEWORK, "term paper"));
        now = after(now, new ReopenUse(USE, ITO, 1, null));

        assertThat(undo(now)).isEqualTo(new UseRejected(USE, ITO, 2, NOW, RejectReason.HOMEWORK, "term paper"));
    }

    @Test
    void undoingTwiceIsBackWhereItBegan() {
        var published = after(awaiting(), new PublishUse(USE, ITO, 0, story("A")));
        var undone = after(published, new UndoUseDecision(USE, ITO, 1));
        var redone = after(undone, new UndoUseDecision(USE, ITO, 2));

        assertThat(undone.status()).isEqualTo(UseNow.Status.AWAITING);
        assertThat(redone.status()).isEqualTo(UseNow.Status.PUBLISHED);
        assertThat(redone.last(UsePublished.class).orElseThrow().story()).isEqualTo(story("A"));
    }

    @Test
    void mergesTwoUsesByTwoHalves() {
        var merged = granted(new MergeUse(USE, SITE, ITO, 0), awaiting());

        assertThat(merged).isEqualTo(new UseMerged(USE, SITE, ITO, 0, NOW));
        assertThat(counterpart(merged, site(), 0))
                .isEqualTo(new Verdict.Granted<UseDecision>(new UseAbsorbed(SITE, USE, ITO, 0, NOW)));
    }

    @Test
    void refusesMergesThatWouldHideAStoryOrMakeAChain() {
        var merge = new MergeUse(USE, SITE, ITO, 1);
        var published = after(awaiting(), new PublishUse(USE, ITO, 0, story("A")));
        var rejected = after(awaiting(), new RejectUse(USE, ITO, 0, RejectReason.SPAM, null));
        var merged = after(awaiting(), new MergeUse(USE, SITE, ITO, 0));
        var survivor = new UseNow(USE, "City cycle map", 1, List.of(new UseAbsorbed(USE, SITE, ITO, 0, NOW)));

        assertThat(refused(merge, published))
                .contains("it is published (by ito")
                .contains("Merge the other one into it");
        assertThat(refused(merge, rejected)).contains("Reopen it first");
        assertThat(refused(merge, merged)).contains("already merged into another use (by ito");
        assertThat(refused(merge, survivor)).contains("others were merged into it");
        assertThat(refused(new MergeUse(USE, USE, ITO, 0), awaiting())).contains("into itself");
    }

    @Test
    void asksTheOtherUseToo() {
        var half = new UseMerged(SITE, USE, ITO, 0, NOW);
        var published = after(awaiting(), new PublishUse(USE, ITO, 0, story("A")));
        var rejected = after(awaiting(), new RejectUse(USE, ITO, 0, RejectReason.SPAM, null));
        var merged = after(awaiting(), new MergeUse(USE, SITE, ITO, 0));

        assertThat(counterpart(half, published, 1)).isInstanceOf(Verdict.Granted.class);
        assertThat(counterpart(half, published, 0)).isEqualTo(new Verdict.Overtaken<UseDecision>(0, 1));
        assertThat(words(counterpart(half, rejected, 1))).contains("it is rejected");
        assertThat(words(counterpart(half, merged, 1))).contains("merged into another use itself");
    }

    @Test
    void undoesAMergeFromEitherSide() {
        var merged = after(awaiting(), new MergeUse(USE, SITE, ITO, 0));
        var survivor = new UseNow(SITE, "Site", 1, List.of(new UseAbsorbed(SITE, USE, ITO, 0, NOW)));

        var split = undo(merged);
        assertThat(split).isEqualTo(new UseSplit(USE, SITE, ITO, 1, NOW));
        assertThat(counterpart(split, survivor, 1))
                .isEqualTo(new Verdict.Granted<UseDecision>(new UseReleased(SITE, USE, ITO, 1, NOW)));
        var released = granted(new UndoUseDecision(SITE, ITO, 1), survivor);
        assertThat(released).isEqualTo(new UseReleased(SITE, USE, ITO, 1, NOW));
        assertThat(counterpart(released, merged, 1)).isEqualTo(new Verdict.Granted<UseDecision>(split));
    }

    @Test
    void undoesASplitByMergingAgain() {
        var merged = after(awaiting(), new MergeUse(USE, SITE, ITO, 0));
        var split = after(merged, new UndoUseDecision(USE, ITO, 1));

        assertThat(split.status()).isEqualTo(UseNow.Status.AWAITING);
        assertThat(undo(split)).isEqualTo(new UseMerged(USE, SITE, ITO, 2, NOW));
    }

    @Test
    void letsAMergedUseDoNothingButBeSplit() {
        var merged = after(awaiting(), new MergeUse(USE, SITE, ITO, 0));

        assertThat(refused(new PublishUse(USE, ITO, 1, story("A")), merged)).contains("is merged into another use");
        assertThat(refused(new RejectUse(USE, ITO, 1, RejectReason.SPAM, null), merged))
                .contains("is merged into another use");
        assertThat(refused(new ReopenUse(USE, ITO, 1, null), merged)).contains("is merged into another use");
        assertThat(refused(new WithdrawUse(USE, ITO, 1, null), merged)).contains("is merged into another use");
    }

    @Test
    void undoesAPublicationThatCameAfterAMerge() {
        var survivor = new UseNow(USE, "City cycle map", 1, List.of(new UseAbsorbed(USE, SITE, ITO, 0, NOW)));
        var published = after(survivor, new PublishUse(USE, ITO, 1, story("A")));

        assertThat(undo(published)).isInstanceOf(UseWithdrawn.class);
        assertThat(published.members()).containsExactly(SITE);
    }

    @Test
    void takesAHalfBackWhoseOtherHalfWasRefused() {
        assertThat(curator.opposite(new UseMerged(USE, SITE, ITO, 0, NOW.minusSeconds(9)), 1))
                .isEqualTo(new UseSplit(USE, SITE, ITO, 1, NOW));
    }

    @Test
    void addsOneStatedFindForEachDataset() {
        var events = curator.add(new AddUse(
                ITO,
                URI.create("https://www.example.org/map/?utm_source=x#top"),
                "Map",
                List.of(new DatasetId("aaaa-aaaa"), new DatasetId("bbbb-bbbb")),
                "seen at the library"));

        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.about().id().value()).isEqualTo("example.org/map");
            assertThat(event.use()).isEqualTo(UseId.of(event.about().id()));
            assertThat(event.by()).isEqualTo(ITO);
            assertThat(event.sighting().method()).isEqualTo(Method.STAFF);
            assertThat(event.sighting().verification()).isEqualTo(Verification.STATED);
            assertThat(event.sighting().snippet()).isEqualTo("seen at the library");
        });
        assertThat(events.getFirst().sighting().id())
                .isNotEqualTo(events.getLast().sighting().id());
    }

    private UseDecision undo(UseNow now) {
        return granted(new UndoUseDecision(USE, ITO, now.number()), now);
    }

    private UseDecision granted(UseCommand command, UseNow now) {
        var verdict = curator.decide(command, now);
        assertThat(verdict).isInstanceOf(Verdict.Granted.class);
        return ((Verdict.Granted<UseDecision>) verdict).event();
    }

    private Verdict<UseDecision> counterpart(UseDecision half, UseNow other, int basedOn) {
        return curator.counterpart((MergeDecision) half, other, basedOn);
    }

    private String refused(UseCommand command, UseNow now) {
        return words(curator.decide(command, now));
    }

    private static String words(Verdict<UseDecision> verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        var refusal = ((Verdict.Refused<UseDecision>) verdict).refusal();
        var pattern = ResourceBundle.getBundle("messages-desk", Locale.ROOT).getString(refusal.code());
        return new MessageFormat(pattern, Locale.ROOT)
                .format(refusal.arguments().stream().map(Object::toString).toArray());
    }

    private UseNow after(UseNow now, UseCommand command) {
        var accepted = new ArrayList<>(now.accepted());
        accepted.add(granted(command, now));
        return new UseNow(now.use(), now.title(), now.number() + 1, accepted);
    }

    private static UseNow site() {
        return new UseNow(SITE, "Site", 0, List.of());
    }

    private static UseNow awaiting() {
        return new UseNow(USE, "City cycle map", 0, List.of());
    }

    private static Story story(String title) {
        return new Story(Texts.of("en", title), Texts.of("en", "S"), Texts.NONE, UseType.MAP, null, List.of());
    }
}
