package sightings.showcase.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.showcase.projection.Samples.ITO;
import static sightings.showcase.projection.Samples.NOON;
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
import sightings.event.UseEvent;
import sightings.event.UsePublished;
import sightings.event.UseRejected;
import sightings.event.UseReopened;
import sightings.event.UseWithdrawn;
import sightings.evidence.Grade;
import sightings.showcase.uses.DatasetUse;
import sightings.showcase.uses.Decided;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseStatus;

/** Tests for {@link UseFold}. */
class UseFoldTests {

    private static final String NAME = "busfinder";

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
    void knowsNothingOfAUseThatWasNeverSighted() {
        assertThat(UseFold.apply(null, published(NAME, 0), "e")).isNull();
    }

    private static UseDocument fold(UseEvent... events) {
        @Nullable UseDocument document = null;
        for (int i = 0; i < events.length; i++) {
            document = UseFold.apply(document, events[i], "event-" + i);
        }
        return Objects.requireNonNull(document);
    }
}
