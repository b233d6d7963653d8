package sightings.showcase.uses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.event.Story;
import sightings.event.Texts;
import sightings.event.UseType;
import sightings.evidence.Maker;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;

/** Tests for {@link PowerUsers}. */
class PowerUsersTests {

    private static final Maker ORGANISATION = Maker.organisation("Civic Example", "https://civic.example.org");

    @Test
    void namesAnOrganisationWithTwoPublishedUses() {
        assertThat(PowerUsers.among(List.of(use("a", ORGANISATION, 1), use("b", ORGANISATION, 1))))
                .singleElement()
                .satisfies(user -> assertThat(user.uses()).hasSize(2));
    }

    @Test
    void namesAnOrganisationWithThreeDatasetsInOneUse() {
        assertThat(PowerUsers.among(List.of(use("a", ORGANISATION, 3)))).hasSize(1);
    }

    @Test
    void namesNoneForOneUseOfTwoDatasets() {
        assertThat(PowerUsers.among(List.of(use("a", ORGANISATION, 2)))).isEmpty();
    }

    @Test
    void neverNamesAPerson() {
        assertThat(PowerUsers.among(List.of(
                        use("a", Maker.PERSON, 9), use("b", Maker.PERSON, 9), use("c", null, 9), use("d", null, 9))))
                .isEmpty();
    }

    private static UseDocument use(String name, @Nullable Maker maker, int datasets) {
        var about = new Subject(
                new SubjectId("example.org/" + name),
                Subject.Kind.REPOSITORY,
                name,
                null,
                "https://example.org/" + name,
                null,
                maker,
                null,
                null,
                List.of(),
                null);
        var story =
                new Story(Texts.of("en", name), Texts.of("en", name), Texts.NONE, UseType.APPLICATION, null, List.of());
        var used = new ArrayList<DatasetUse>();
        for (int i = 0; i < datasets; i++) {
            used.add(new DatasetUse(new DatasetId("aaaa-000" + i), null, 0));
        }
        var now = Instant.parse("2026-11-02T12:00:00Z");
        return new UseDocument(
                UseId.of(about.id()),
                about,
                UseStatus.PUBLISHED,
                1,
                story,
                null,
                null,
                now,
                now,
                List.of(),
                used,
                null,
                List.of(),
                0,
                now,
                now,
                0,
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
    }
}
