package sightings.showcase.uses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.evidence.Grade;
import sightings.evidence.SightingId;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;

/** Tests for {@link Assembly}. */
class AssemblyTests {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final UseId SITE = new UseId("site");
    private static final UseId REPOSITORY = new UseId("repository");

    private static final UseDocument SURVIVOR = use(
            REPOSITORY, UseStatus.DISCOVERED, null, List.of(SITE), held("a", "aaaa-0001", Grade.MENTION, "github", 0));

    @Test
    void countsWhatMembersAdd() {
        var member = use(
                SITE,
                UseStatus.MERGED,
                REPOSITORY,
                List.of(),
                held("b", "aaaa-0001", Grade.REFERENCE, "feed:news", -60),
                held("c", "bbbb-0002", Grade.MENTION, "feed:news", 60));

        var whole = Assembly.of(SURVIVOR, List.of(member));

        assertThat(whole.sightings()).isEqualTo(3);
        assertThat(whole.datasets())
                .containsExactly(
                        new DatasetUse(new DatasetId("aaaa-0001"), Grade.REFERENCE, 2),
                        new DatasetUse(new DatasetId("bbbb-0002"), Grade.MENTION, 1));
        assertThat(whole.grade()).isEqualTo(Grade.REFERENCE);
        assertThat(whole.sources()).containsExactly("feed:news", "github");
        assertThat(whole.firstSeen()).isEqualTo(NOON.minusSeconds(60));
        assertThat(whole.lastSeen()).isEqualTo(NOON.plusSeconds(60));
        assertThat(whole.scoreParts())
                .extracting(ScorePart::name)
                .contains("links-it", "seen-by-several-sources", "several-datasets");
        assertThat(whole.score()).isGreaterThan(SURVIVOR.score());
    }

    @Test
    void leavesOutAMemberThatDidNotAcceptItsHalf() {
        var alone = use(
                SITE, UseStatus.DISCOVERED, null, List.of(), held("b", "bbbb-0002", Grade.REFERENCE, "feed:news", 0));
        var elsewhere = use(
                SITE,
                UseStatus.MERGED,
                new UseId("another"),
                List.of(),
                held("b", "bbbb-0002", Grade.REFERENCE, "feed:news", 0));

        for (var candidate : List.of(alone, elsewhere)) {
            var whole = Assembly.of(SURVIVOR, List.of(candidate));

            assertThat(whole).isEqualTo(SURVIVOR.withMembers(List.of()));
        }
    }

    private static Held held(String id, String dataset, Grade grade, String source, int seconds) {
        return new Held(
                new SightingId(id),
                new DatasetId(dataset),
                grade,
                new SourceId(source),
                0.9,
                NOON.plusSeconds(seconds));
    }

    private static UseDocument use(
            UseId id, UseStatus status, @Nullable UseId into, List<UseId> members, Held... held) {
        var about = new Subject(
                new SubjectId(id.value()),
                Subject.Kind.SITE,
                id.value(),
                null,
                "https://" + id.value() + ".example.org",
                null,
                null,
                null,
                null,
                List.of(),
                null);
        var empty = new UseDocument(
                id, about, status, 1, null, null, null, null, null, List.of(), List.of(), null, List.of(), 0, NOON,
                NOON, 0, List.of(), List.of(), into, members, null);
        var seen = List.of(held).stream().map(Held::seenAt).sorted().toList();
        return empty.counted(about, List.of(held), seen.getFirst(), seen.getLast());
    }
}
