package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.event.PlaceConfirmed;
import sightings.event.PlaceGone;
import sightings.event.PlaceObserved;
import sightings.evidence.Observation;
import sightings.evidence.RepositoryFacts;

/** Tests for what {@link GitHubWatcher} tells of a place after it was found. */
class LifeOfAFindTests {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-02T12:00:00Z"));
    private final FakeGitHub github = new FakeGitHub(1, time);
    private final Schedule schedule = new Schedule(github, List.of());
    private final FakeRepository app = github.add(new FakeRepository(11, "jane/app"))
            .with("a.py", "get('https://data.example.gov/resource/abcd-2345.json')")
            .with("b.py", "get('https://data.example.gov/resource/wxyz-6789.json')");

    @BeforeEach
    void findIt() throws Exception {
        schedule.untilDone();
        assertThat(schedule.observed()).hasSize(2);
        schedule.clear();
    }

    @Test
    void asksOnlyOnceAWeekAndConditionallyWhereNothingChanges() throws Exception {
        schedule.days(21);

        assertThat(schedule.observed()).isEmpty();
        assertThat(schedule.gone()).isEmpty();
        assertThat(github.requests.stream().filter(path -> path.startsWith("/repositories/")))
                .hasSizeBetween(2, 4)
                .allMatch(path -> path.endsWith(" if-changed"));
    }

    @Test
    void confirmsMonthlyWhatNobodyHasChangedWithoutReadingIt() throws Exception {
        schedule.days(100);

        assertThat(schedule.observed()).isEmpty();
        assertThat(github.requests).noneMatch(path -> path.contains("/contents/"));
        assertThat(schedule.confirmed())
                .filteredOn(confirmed -> confirmed.place().endsWith("a.py"))
                .hasSizeBetween(2, 3)
                .isSortedAccordingTo(Comparator.comparing(PlaceConfirmed::time));
        assertThat(schedule.confirmed().stream()
                        .map(PlaceConfirmed::place)
                        .collect(Collectors.groupingBy(place -> place, Collectors.counting()))
                        .values())
                .hasSize(2)
                .containsOnly(schedule.confirmed().size() / 2L);
    }

    @Test
    void confirmsTheFileThatIsUnchangedInARepositoryThatIsChanged() throws Exception {
        time.pass(Duration.ofDays(31));
        app.with("b.py", "print('nothing is asked for any more')");
        push();

        schedule.days(12);

        assertThat(schedule.confirmed())
                .extracting(PlaceConfirmed::place)
                .containsExactly("https://github.com/jane/app/blob/main/a.py");
        assertThat(schedule.observed()).hasSize(1);
    }

    @Test
    void looksAtAllFilesWhereASearchFoundOneOfThemChanged() throws Exception {
        app.with("a.py", "get('https://data.example.gov/resource/abcd-2345.json') # faster");
        app.with("b.py", "print('nothing is asked for any more')");
        push();

        schedule.days(14);

        assertThat(schedule.observed())
                .extracting(Observation::text)
                .containsExactlyInAnyOrder(
                        "get('https://data.example.gov/resource/abcd-2345.json') # faster",
                        "print('nothing is asked for any more')");
    }

    @Test
    void tellsThatAFileIsGoneAndForgetsItHalfAYearLater() throws Exception {
        app.files.remove("b.py");
        push();

        schedule.days(12);

        assertThat(schedule.gone())
                .extracting(PlaceGone::place)
                .containsExactly("https://github.com/jane/app/blob/main/b.py");
        assertThat(schedule.gone().getFirst().reason()).contains("not in the repository any more");
        assertThat(schedule.forgotten()).isEmpty();
        schedule.days(170);
        assertThat(schedule.forgotten()).isEmpty();
        schedule.days(14);
        assertThat(schedule.forgotten()).containsExactly("https://github.com/jane/app/blob/main/b.py");
        assertThat(schedule.gone()).hasSize(1);
    }

    @Test
    void observesAFileAnewWhereTheCallWasRemovedFromIt() throws Exception {
        app.with("b.py", "print('nothing is asked for any more')");
        push();

        schedule.days(12);

        assertThat(schedule.observed())
                .extracting(Observation::text)
                .containsExactly("print('nothing is asked for any more')");
        assertThat(schedule.gone()).isEmpty();
    }

    @Test
    void withdrawsNothingOnlyBecauseASearchDoesNotFindItAnyMore() throws Exception {
        // The text is the same for whom reads the file; the search has lost it.
        github.hiddenFromSearch = true;

        schedule.days(30);

        assertThat(schedule.gone()).isEmpty();
    }

    @Test
    void tellsThatARepositoryWasArchived() throws Exception {
        app.archived = true;

        schedule.days(12);

        assertThat(schedule.observed())
                .singleElement()
                .satisfies(seen -> assertThat(seen.subject().repository())
                        .extracting(RepositoryFacts::archived)
                        .isEqualTo(true));
    }

    @Test
    void tellsNothingWhereOnlyAStarIsMore() throws Exception {
        app.stars = 12;
        schedule.days(12);
        schedule.clear();
        app.stars = 57;

        schedule.days(12);

        assertThat(schedule.observed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404, deleted or made private", "451, legal reasons", "403, cannot be read"})
    void believesThatARepositoryIsGoneWhenItIsMissedOnTwoDays(int status, String reason) throws Exception {
        app.missing = status;
        time.pass(Duration.ofDays(11));
        schedule.untilDone();
        assertThat(schedule.gone()).isEmpty();

        schedule.days(2);

        assertThat(schedule.gone()).hasSize(2).allMatch(gone -> gone.reason().contains(reason));
        github.requests.clear();
        schedule.days(20);
        assertThat(schedule.gone()).hasSize(2);
        assertThat(github.requests).noneMatch(path -> path.startsWith("/repositories/"));
    }

    @Test
    void forgivesARepositoryThatWasAwayForAMoment() throws Exception {
        app.missing = 404;
        time.pass(Duration.ofDays(11));
        schedule.untilDone();
        app.missing = 0;

        schedule.days(12);

        assertThat(schedule.gone()).isEmpty();
    }

    @Test
    void tellsThatARepositoryIsNotPublicAnyMore() throws Exception {
        app.hidden = true;

        schedule.days(14);

        assertThat(schedule.gone()).hasSize(2).allMatch(gone -> gone.reason().contains("not public"));
    }

    @Test
    void movesTheFilesOfARepositoryThatWasRenamedAndKeepsTheUse() throws Exception {
        app.name = "jane-corp/better-app";

        schedule.days(12);

        assertThat(schedule.gone())
                .extracting(PlaceGone::place)
                .containsExactlyInAnyOrder(
                        "https://github.com/jane/app/blob/main/a.py", "https://github.com/jane/app/blob/main/b.py");
        assertThat(schedule.observed())
                .extracting(seen -> seen.subject().id() + " " + seen.place().url())
                .containsExactlyInAnyOrder(
                        "github:11 https://github.com/jane-corp/better-app/blob/main/a.py",
                        "github:11 https://github.com/jane-corp/better-app/blob/main/b.py");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void movesALargeRepositoryOnceWhateverEndsTheProcess(long seed) throws Exception {
        var large = new Large(seed);
        large.repository.name = "city-corp/large";

        large.untilSettled();

        assertThat(large.schedule.restarts).as("seed %d", seed).isPositive();
        assertThat(large.schedule.gone())
                .extracting(PlaceGone::place)
                .hasSize(FILES)
                .doesNotHaveDuplicates()
                .allMatch(place -> place.startsWith("https://github.com/city/large/"));
        assertThat(large.schedule.observed())
                .extracting(seen -> seen.place().url())
                .hasSize(FILES)
                .doesNotHaveDuplicates()
                .allMatch(place -> place.startsWith("https://github.com/city-corp/large/"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsAChangedLargeRepositoryOnceWhateverEndsTheProcess(long seed) throws Exception {
        var large = new Large(seed);
        large.repository.files.replaceAll((path, text) -> text + "\nprint('more')");
        large.repository.pushedAt = large.time.instant();
        large.github.hiddenFromSearch = true;

        large.untilSettled();

        assertThat(large.schedule.restarts).as("seed %d", seed).isPositive();
        assertThat(large.schedule.gone()).isEmpty();
        assertThat(large.schedule.observed())
                .extracting(seen -> seen.place().url())
                .hasSize(FILES)
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsFewTextsOfALargeRepositoryInMemory() throws Exception {
        var large = new Large(0);
        large.repository.name = "city-corp/large";

        large.untilSettled();

        assertThat(large.schedule.mostSentAtOnce(PlaceObserved.class)).isBetween(40, 50);
    }

    private static final int FILES = 130;

    /** A repository with many files, found, on a GitHub whose callers end now and then. */
    private static final class Large {

        final VirtualTime time = new VirtualTime(Instant.parse("2026-11-02T12:00:00Z"));
        final FakeGitHub github;
        final Schedule schedule;
        final FakeRepository repository = new FakeRepository(12, "city/large");

        Large(long seed) throws Exception {
            github = new FakeGitHub(seed, time);
            schedule = new Schedule(github, List.of());
            for (int i = 0; i < FILES; i++) {
                repository.with(
                        "f%03d.py".formatted(i), "get('https://data.example.gov/resource/abcd-2345.json?n=" + i + "')");
            }
            github.add(repository);
            schedule.untilDone();
            schedule.clear();
            github.killedPerMille = seed == 0 ? 0 : 22;
        }

        void untilSettled() throws Exception {
            schedule.days(13);
            github.killedPerMille = 0;
            schedule.days(1);
        }
    }

    @Test
    void observesAPlaceAgainThatWasGoneAndCameBack() throws Exception {
        var text = app.files.remove("b.py");
        push();
        schedule.days(12);
        schedule.clear();
        app.with("b.py", String.valueOf(text));
        push();

        schedule.days(2);

        assertThat(schedule.observed()).extracting(Observation::text).containsExactly(text);
    }

    private void push() {
        app.pushedAt = time.instant();
    }
}
