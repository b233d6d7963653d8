package sightings.showcase.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.showcase.projection.Samples.ITO;
import static sightings.showcase.projection.Samples.NOON;
import static sightings.showcase.projection.Samples.confirmed;
import static sightings.showcase.projection.Samples.published;
import static sightings.showcase.projection.Samples.sighted;
import static sightings.showcase.projection.Samples.use;
import static sightings.showcase.projection.Samples.withdrawn;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.event.RejectReason;
import sightings.event.UseAbsorbed;
import sightings.event.UseEvent;
import sightings.event.UseMerged;
import sightings.event.UsePublished;
import sightings.event.UseRejected;
import sightings.event.UseReleased;
import sightings.event.UseReopened;
import sightings.event.UseSplit;
import sightings.event.UseWithdrawn;
import sightings.evidence.Grade;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import sightings.showcase.uses.DatasetUse;
import sightings.showcase.uses.Decided;
import sightings.showcase.uses.Held;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseStatus;

/** Tests for {@link UseFold}. */
class UseFoldTests {

    private static final String NAME = "busfinder";
    private static final UseId SURVIVOR = use("survivor");
    private static final UseId OTHER = use("other");

    @Test
    void startsWithTheFirstSighting() {
        var document = fold(sighted(NAME, "aaaa-0001", Grade.USE, 1));

        assertThat(document.status()).isEqualTo(UseStatus.DISCOVERED);
        assertThat(document.datasets()).containsExactly(new DatasetUse(new DatasetId("aaaa-0001"), Grade.USE, 1));
        assertThat(document.sources()).containsExactly("github");
        assertThat(document.score()).isPositive();
        assertThat(document.isPublic()).isFalse();
    }

    @Test
    void countsTheSameSightingOnce() {
        var once = fold(sighted(NAME, "aaaa-0001", Grade.USE, 1));
        var twice = fold(sighted(NAME, "aaaa-0001", Grade.USE, 1), sighted(NAME, "aaaa-0001", Grade.USE, 1));

        assertThat(twice).isEqualTo(once);
    }

    @Test
    void revisesASighting() {
        var document = fold(sighted(NAME, "aaaa-0001", Grade.USE, 1), sighted(NAME, "aaaa-0001", Grade.DISABLED, 1));

        assertThat(document.grade()).isEqualTo(Grade.DISABLED);
        assertThat(document.sightings()).isOne();
    }

    @Test
    void takesBackWhatAWithdrawnSightingAdded() {
        var kept = sighted(NAME, "aaaa-0001", Grade.MENTION, 1);
        var gone = sighted(NAME, "bbbb-0002", Grade.USE, 2);

        var document = fold(kept, gone, withdrawn(gone));

        assertThat(document.datasetIds()).containsExactly(new DatasetId("aaaa-0001"));
        assertThat(document.grade()).isEqualTo(Grade.MENTION);
        assertThat(document.score()).isEqualTo(fold(kept).score());
    }

    @Test
    void wasLastSeenWhenItsFindWasConfirmed() {
        var find = sighted(NAME, "aaaa-0001", Grade.USE, 1);

        var document = fold(find, published(NAME, 0), confirmed(find, 30));

        assertThat(document.lastSeen()).isEqualTo(confirmed(find, 30).time());
        assertThat(document.firstSeen()).isEqualTo(find.time());
        assertThat(document.held()).extracting(Held::seenAt).containsExactly(document.lastSeen());
        assertThat(document.isPublic()).isTrue();
        assertThat(document.decision()).isOne();
    }

    @Test
    void isTheSameWhereOnlyTheLastConfirmationIsKept() {
        var find = sighted(NAME, "aaaa-0001", Grade.USE, 1);
        var other = sighted(NAME, "bbbb-0002", Grade.USE, 2);

        var all = fold(find, confirmed(find, 30), other, withdrawn(other), confirmed(find, 60), confirmed(find, 90));
        var compacted = fold(find, other, withdrawn(other), confirmed(find, 90));

        assertThat(compacted).isEqualTo(all);
    }

    @Test
    void staysConfirmedWhenWhatWasSeenBeforeIsToldAgainByOtherRules() {
        var find = sighted(NAME, "aaaa-0001", Grade.USE, 1);
        var again = sighted(NAME, "aaaa-0001", Grade.REFERENCE, 1);

        var document = fold(find, confirmed(find, 30), again);
        var sighting =
                SightingFold.seen(SightingFold.confirmed(SightingFold.seen(null, find), confirmed(find, 30)), again);

        assertThat(document.grade()).isEqualTo(Grade.REFERENCE);
        assertThat(document.lastSeen()).isEqualTo(confirmed(find, 30).time());
        assertThat(document.held()).extracting(Held::seenAt).containsExactly(document.lastSeen());
        assertThat(sighting.sighting().seenAt()).isEqualTo(document.lastSeen());
    }

    @Test
    void isNotSeenByAConfirmationOfWhatNoLongerHolds() {
        var find = sighted(NAME, "aaaa-0001", Grade.USE, 1);

        assertThat(fold(find, withdrawn(find), confirmed(find, 30))).isEqualTo(fold(find, withdrawn(find)));
        assertThat(SightingFold.confirmed(null, confirmed(find, 30))).isNull();
        var withdrawn = SightingFold.withdrawn(SightingFold.seen(null, find), withdrawn(find));
        assertThat(SightingFold.confirmed(withdrawn, confirmed(find, 30))).isEqualTo(withdrawn);
    }

    @Test
    void publishesWhatWasDiscovered() {
        var document = fold(sighted(NAME, "aaaa-0001", Grade.USE, 1), published(NAME, 0));

        assertThat(document.isPublic()).isTrue();
        assertThat(document.decision()).isOne();
        assertThat(document.publishedAt()).isEqualTo(NOON.plusSeconds(600));
    }

    @Test
    void refusesTheSecondOfTwoDecisionsOnTheSameState() {
        var second = new UseRejected(use(NAME), ITO, 0, NOON.plusSeconds(700), RejectReason.SPAM, null);

        var document = fold(sighted(NAME, "aaaa-0001", Grade.USE, 1), published(NAME, 0), second);

        assertThat(document.status()).isEqualTo(UseStatus.PUBLISHED);
        assertThat(document.decision()).isOne();
        assertThat(document.decisions()).extracting(Decided::accepted).containsExactly(true, false);
        assertThat(document.decisions().getLast().refusal())
                .contains("was published on 2026-11-02")
                .contains("look at it again");
    }

    @Test
    void isNotDisturbedByASightingInBetween() {
        var document = fold(
                sighted(NAME, "aaaa-0001", Grade.USE, 1), sighted(NAME, "bbbb-0002", Grade.USE, 2), published(NAME, 0));

        assertThat(document.isPublic()).isTrue();
    }

    @Test
    void saysWhatWouldBeAllowedWhenAStepIsImpossible() {
        var rejected = new UseRejected(use(NAME), ITO, 0, NOON, RejectReason.HOMEWORK, "a course");

        var document = fold(sighted(NAME, "aaaa-0001", Grade.USE, 1), rejected, published(NAME, 1));

        assertThat(document.status()).isEqualTo(UseStatus.REJECTED);
        assertThat(document.decisions().getLast().refusal())
                .isEqualTo("Use " + use(NAME) + " is already rejected (2026-11-02); reopen it first.");
    }

    @Test
    void undoesEachDecisionByItsOpposite() {
        var sighting = sighted(NAME, "aaaa-0001", Grade.USE, 1);
        var afterReopening = fold(
                sighting,
                new UseRejected(use(NAME), ITO, 0, NOON, RejectReason.HOMEWORK, null),
                new UseReopened(use(NAME), ITO, 1, NOON, null));
        var afterWithdrawal =
                fold(sighting, published(NAME, 0), new UseWithdrawn(use(NAME), ITO, 1, NOON, "the maker asked"));

        assertThat(afterReopening.status()).isEqualTo(UseStatus.DISCOVERED);
        assertThat(afterWithdrawal.status()).isEqualTo(UseStatus.DISCOVERED);
        assertThat(afterWithdrawal.isPublic()).isFalse();
        assertThat(afterWithdrawal.story()).isNotNull();
        assertThat(afterWithdrawal.publishedAt()).isNull();
    }

    @Test
    void namesDatasetsOfTheStoryOnlyWhileItIsPublished() {
        var story = Samples.story(NAME);
        var naming = new sightings.event.Story(
                story.title(),
                story.summary(),
                story.body(),
                story.type(),
                story.area(),
                List.of(new DatasetId("cccc-0003")));
        var published = new UsePublished(use(NAME), ITO, 0, NOON, naming);
        var sighting = sighted(NAME, "aaaa-0001", Grade.USE, 1);

        assertThat(fold(sighting, published).datasetIds())
                .containsExactly(new DatasetId("aaaa-0001"), new DatasetId("cccc-0003"));
        assertThat(fold(sighting, published, new UseWithdrawn(use(NAME), ITO, 1, NOON, null))
                        .datasetIds())
                .containsExactly(new DatasetId("aaaa-0001"));
    }

    @Test
    void isMergedIntoAnotherUseAndOnItsOwnAgain() {
        var sighting = sighted(NAME, "aaaa-0001", Grade.USE, 1);

        var merged = fold(sighting, merged(0));
        var split = fold(sighting, merged(0), new UseSplit(use(NAME), SURVIVOR, ITO, 1, NOON));

        assertThat(merged.status()).isEqualTo(UseStatus.MERGED);
        assertThat(merged.into()).isEqualTo(SURVIVOR);
        assertThat(merged.sightings()).isOne();
        assertThat(split.status()).isEqualTo(UseStatus.DISCOVERED);
        assertThat(split.into()).isNull();
        assertThat(split.decision()).isEqualTo(2);
    }

    @Test
    void keepsMembersAndStandsWhereItStood() {
        var sighting = sighted(NAME, "aaaa-0001", Grade.USE, 1);

        var survivor = fold(sighting, published(NAME, 0), absorbed(1));
        var alone = fold(sighting, published(NAME, 0), absorbed(1), new UseReleased(use(NAME), OTHER, ITO, 2, NOON));

        assertThat(survivor.isPublic()).isTrue();
        assertThat(survivor.members()).containsExactly(OTHER);
        assertThat(survivor.standing().orElseThrow().action()).isEqualTo(Decided.Action.PUBLISHED);
        assertThat(survivor.lastAccepted().orElseThrow().other()).isEqualTo(OTHER);
        assertThat(alone.isPublic()).isTrue();
        assertThat(alone.members()).isEmpty();
    }

    @Test
    void goesOnCollectingFindsWhileItIsMerged() {
        var document =
                fold(sighted(NAME, "aaaa-0001", Grade.USE, 1), merged(0), sighted(NAME, "bbbb-0002", Grade.MENTION, 2));

        assertThat(document.status()).isEqualTo(UseStatus.MERGED);
        assertThat(document.sightings()).isEqualTo(2);
    }

    @Test
    void refusesMergesThatWouldHideAStoryOrMakeAChain() {
        var sighting = sighted(NAME, "aaaa-0001", Grade.USE, 1);
        var rejected = new UseRejected(use(NAME), ITO, 0, NOON, RejectReason.SPAM, null);

        assertThat(refusal(sighting, published(NAME, 0), merged(1))).contains("already published");
        assertThat(refusal(sighting, rejected, merged(1))).contains("already rejected");
        assertThat(refusal(sighting, merged(0), merged(1))).contains("already merged into " + SURVIVOR);
        assertThat(refusal(sighting, absorbed(0), merged(1))).contains("split them first");
        assertThat(refusal(sighting, merged(0), absorbed(1))).contains("already merged into " + SURVIVOR);
        assertThat(refusal(sighting, rejected, absorbed(1))).contains("already rejected");
        assertThat(refusal(sighting, absorbed(0), absorbed(1))).contains("is already merged into use " + use(NAME));
        assertThat(refusal(sighting, new UseMerged(use(NAME), use(NAME), ITO, 0, NOON)))
                .contains("into itself");
        assertThat(refusal(sighting, new UseAbsorbed(use(NAME), use(NAME), ITO, 0, NOON)))
                .contains("into itself");
    }

    @Test
    void refusesHalvesThatTakeNothingBack() {
        var sighting = sighted(NAME, "aaaa-0001", Grade.USE, 1);

        assertThat(refusal(sighting, new UseSplit(use(NAME), SURVIVOR, ITO, 0, NOON)))
                .contains("nothing to split");
        assertThat(refusal(sighting, merged(0), new UseSplit(use(NAME), OTHER, ITO, 1, NOON)))
                .contains("is not merged into " + OTHER);
        assertThat(refusal(sighting, new UseReleased(use(NAME), OTHER, ITO, 0, NOON)))
                .contains("nothing to release");
    }

    @Test
    void refusesToMergeOnAnOlderState() {
        var document = fold(sighted(NAME, "aaaa-0001", Grade.USE, 1), published(NAME, 0), absorbed(0));

        assertThat(document.members()).isEmpty();
        assertThat(document.decisions().getLast().refusal()).contains("look at it again");
    }

    @Test
    void allowsNothingElseWhileItIsMerged() {
        var sighting = sighted(NAME, "aaaa-0001", Grade.USE, 1);

        assertThat(refusal(sighting, merged(0), published(NAME, 1))).contains("split it first");
        assertThat(refusal(sighting, merged(0), new UseRejected(use(NAME), ITO, 1, NOON, RejectReason.SPAM, null)))
                .contains("split it first");
    }

    @Test
    void namesTheUseAtItsHomepage() {
        assertThat(fold(sighted(NAME, "aaaa-0001", Grade.USE, 1)).runsAt())
                .isEqualTo(UseId.of(new SubjectId(NAME + ".example.org")));
    }

    @Test
    void knowsNothingOfAUseThatWasNeverSighted() {
        assertThat(UseFold.apply(null, published(NAME, 0), "e")).isNull();
    }

    private static UseMerged merged(int basedOn) {
        return new UseMerged(use(NAME), SURVIVOR, ITO, basedOn, NOON);
    }

    private static UseAbsorbed absorbed(int basedOn) {
        return new UseAbsorbed(use(NAME), OTHER, ITO, basedOn, NOON);
    }

    private static String refusal(UseEvent... events) {
        return Objects.requireNonNull(fold(events).decisions().getLast().refusal(), "The last one was accepted");
    }

    private static UseDocument fold(UseEvent... events) {
        @Nullable UseDocument document = null;
        for (int i = 0; i < events.length; i++) {
            document = UseFold.apply(document, events[i], "event-" + i);
        }
        return Objects.requireNonNull(document);
    }
}
