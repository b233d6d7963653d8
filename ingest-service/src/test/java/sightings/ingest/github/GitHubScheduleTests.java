package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link GitHubWatcher} against all of GitHub's moods at once, in a time that passes as fast as we like. */
class GitHubScheduleTests {

    private static final List<String> EXTENSIONS = List.of("py", "js", "r", "ipynb", "html", "csv");

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-02T12:00:00Z"));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void losesNothingDoublesNothingAndIsNeverEarly(long seed) throws Exception {
        var github = world(seed, 1_500);
        github.drift = true;
        github.limitedPercent = 1;
        github.incompletePercent = 5;
        github.killedPerMille = 4;
        var schedule = new Schedule(github, List.of("abcd-2345", "wxyz-6789"));

        var report = schedule.untilDone();

        assertThat(github.violations).as("seed %d", seed).isEmpty();
        assertThat(places(schedule)).as("seed %d", seed).isEqualTo(places(github));
        assertThat(schedule.observed()).as("seed %d: each is told once", seed).hasSameSizeAs(places(github));
        assertThat(schedule.restarts).as("seed %d", seed).isPositive();
        assertThat(schedule.waits).as("seed %d", seed).isPositive();
        assertThat(report.counters().get("completenessPercent"))
                .as("seed %d: %s", seed, report.message())
                .isEqualTo(100);
    }

    @Test
    void saysWhatItCannotSeeWhereAThousandAndMoreFilesCannotBeToldApart() throws Exception {
        var github = new FakeGitHub(1, time);
        for (int i = 0; i < 1_300; i++) {
            github.add(new FakeRepository(i + 1, "a/r" + i)).with("x.zzz", "%s %05d".formatted(Schedule.HOST, i));
        }
        var schedule = new Schedule(github, List.of());

        var report = schedule.untilDone();

        assertThat(schedule.observed()).hasSize(1_000);
        assertThat(report.message()).isEqualTo("GitHub today: 76 %, 1 slice truncated");
        assertThat(report.counters())
                .containsEntry("slicesTruncated", 1L)
                .containsEntry("completenessPercent", 76L)
                .containsEntry("resultsExpected", 1_300L)
                .containsEntry("resultsShown", 1_000L);
    }

    @Test
    void goesOnAtThePageWhereItWasStopped() throws Exception {
        var github = world(7, 900);
        var schedule = new Schedule(github, List.of());
        schedule.untilDone();
        long undisturbed = searches(github);
        var disturbedWorld = world(7, 900);
        disturbedWorld.killedPerMille = 20;
        var disturbed = new Schedule(disturbedWorld, List.of());

        disturbed.untilDone();

        assertThat(disturbed.restarts).isGreaterThan(10);
        assertThat(searches(disturbedWorld))
                .as("what is asked again is the page of each restart, and what a forgotten budget refuses")
                .isLessThanOrEqualTo(undisturbed + disturbed.restarts + disturbed.waits);
    }

    @Test
    void findsRepositoriesByThousandsThroughTheTimeOfTheirLastPush() throws Exception {
        var github = new FakeGitHub(3, time);
        var random = new Random(3);
        for (int i = 0; i < 1_700; i++) {
            var repository = new FakeRepository(i + 1, "a/r" + i).with("README.md", Schedule.HOST + " " + i);
            repository.pushedAt = Instant.parse("2012-01-01T00:00:00Z").plusSeconds(random.nextInt(400_000_000));
            github.add(repository);
        }
        var schedule = new Schedule(github, List.of());

        schedule.untilDone();

        assertThat(places(schedule)).hasSize(1_700);
        assertThat(github.violations).isEmpty();
    }

    private FakeGitHub world(long seed, int files) {
        var random = new Random(seed);
        var github = new FakeGitHub(seed, time);
        for (int i = 0; i < files; i++) {
            long id = 1 + random.nextInt(files / 4);
            var repository = github.repositories.get(id);
            if (repository == null) {
                repository = github.add(new FakeRepository(id, "owner/name" + id));
            }
            var folder = random.nextBoolean() ? "src/" : "";
            var word = random.nextInt(20) == 0 ? "abcd-2345" : Schedule.HOST;
            var padding = "x".repeat((int) Math.exp(random.nextDouble() * 8));
            repository.with(
                    folder + "f" + i + "." + EXTENSIONS.get(random.nextInt(EXTENSIONS.size())),
                    word + " " + i + padding);
        }
        return github;
    }

    private static long searches(FakeGitHub github) {
        return github.requests.stream()
                .filter(path -> path.startsWith("/search/code"))
                .count();
    }

    private static TreeSet<String> places(Schedule schedule) {
        var places = new TreeSet<String>();
        schedule.observed().forEach(seen -> places.add(seen.place().url()));
        return places;
    }

    private static TreeSet<String> places(FakeGitHub github) {
        var places = new TreeSet<String>();
        github.repositories
                .values()
                .forEach(repository -> repository
                        .paths()
                        .forEach(path -> places.add("https://github.com/" + repository.name + "/blob/main/" + path)));
        return places;
    }
}
