package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import sightings.evidence.Observation;

/** Tests for {@link Copies} as the watcher uses it. */
class CopiesTests {

    private static final String LINE = "read_csv('https://data.example.gov/api/views/abcd-2345/rows.csv')";
    private static final String EXERCISE = LINE + "\n# and what the teacher asked for".repeat(10);

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-02T12:00:00Z"));
    private final FakeGitHub github = new FakeGitHub(1, time);
    private final Schedule schedule = new Schedule(github, List.of());

    @Test
    void fourHundredCopiesOfAnExerciseAreOneUseWithACount() throws Exception {
        for (int i = 1; i <= 400; i++) {
            github.add(new FakeRepository(i, "student" + i + "/week" + i)).with("week4/quiz.R", EXERCISE);
        }

        schedule.untilDone();

        assertThat(schedule.observed())
                .extracting(seen -> seen.subject().id().value())
                .containsOnly("github:1");
        assertThat(copies(schedule.observed().getLast())).isEqualTo(399);
        assertThat(github.requests.stream().filter(path -> path.contains("/contents/")))
                .as("identical content is read once, and once more to tell the count")
                .hasSizeLessThan(5);
    }

    @Test
    void whatAForkAddsIsSeenAsItsSources() throws Exception {
        var source = github.add(new FakeRepository(11, "jane/app")).with("a.py", EXERCISE);
        var fork = github.add(new FakeRepository(12, "joe/app"))
                .with("a.py", EXERCISE)
                .with("b.py", "get('https://data.example.gov/d/wxyz-6789')");
        fork.source = source;

        schedule.untilDone();

        assertThat(schedule.observed())
                .extracting(seen -> seen.subject().id() + " " + seen.place().url())
                .contains("github:11 https://github.com/joe/app/blob/main/b.py")
                .allMatch(seen -> seen.startsWith("github:11 "));
        assertThat(copies(schedule.observed().getLast())).isEqualTo(1);
    }

    @Test
    void vendoredCodeIsCountedWhereItCameFromAndTheRestIsAUseOfItsOwn() throws Exception {
        github.add(new FakeRepository(11, "jane/library")).with("lib.py", EXERCISE);
        github.add(new FakeRepository(12, "joe/site"))
                .with("vendor/lib.py", EXERCISE)
                .with("own.py", "get('https://data.example.gov/d/wxyz-6789')");

        schedule.untilDone();

        assertThat(schedule.observed())
                .extracting(seen -> seen.subject().id() + " " + seen.place().path())
                .contains("github:11 lib.py", "github:12 own.py")
                .doesNotContain("github:12 vendor/lib.py");
    }

    @Test
    void twoPeopleMayWriteTheSameShortFileByThemselves() throws Exception {
        github.add(new FakeRepository(11, "jane/app")).with("get.py", LINE);
        github.add(new FakeRepository(12, "joe/other")).with("fetch.py", LINE);

        schedule.untilDone();

        assertThat(schedule.observed())
                .extracting(seen -> seen.subject().id().value())
                .containsExactlyInAnyOrder("github:11", "github:12");
    }

    @Test
    void aCopyTakesThePlaceOfAnOriginalThatIsGone() throws Exception {
        var original = github.add(new FakeRepository(11, "jane/app")).with("a.py", EXERCISE);
        github.add(new FakeRepository(12, "joe/copy")).with("a.py", EXERCISE);
        schedule.untilDone();
        original.missing = 404;
        schedule.clear();

        schedule.days(16);

        assertThat(schedule.gone()).hasSize(1);
        assertThat(schedule.observed())
                .extracting(seen -> seen.subject().id().value())
                .contains("github:12");
    }

    @Test
    void aCopyStaysACopyWhateverElseIsPushedToIt() throws Exception {
        github.add(new FakeRepository(11, "jane/app")).with("a.py", EXERCISE);
        var copy = github.add(new FakeRepository(12, "joe/copy")).with("a.py", EXERCISE);
        schedule.untilDone();
        copy.pushedAt = time.instant();

        schedule.days(24);

        assertThat(schedule.observed())
                .extracting(seen -> seen.subject().id().value())
                .containsOnly("github:11");
        assertThat(schedule.gone()).isEmpty();
    }

    @Test
    void aCopyThatGoesItsOwnWayBecomesAUseOfItsOwn() throws Exception {
        github.add(new FakeRepository(11, "jane/app")).with("a.py", EXERCISE);
        var copy = github.add(new FakeRepository(12, "joe/copy")).with("a.py", EXERCISE);
        schedule.untilDone();
        schedule.clear();
        copy.with("a.py", EXERCISE + "\nplot(data.example.gov)");
        copy.pushedAt = time.instant();

        schedule.days(2);

        assertThat(schedule.observed())
                .extracting(seen -> seen.subject().id().value())
                .contains("github:12");
    }

    private static int copies(Observation observation) {
        return Objects.requireNonNull(observation.subject().repository()).copies();
    }
}
