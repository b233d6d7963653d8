package sightings.local.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.Connection.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does at the desk what the sample city's staff have done: imports its problem statements and publishes seven stories,
 * each once its use is found. What is done is remembered, so that a restart neither repeats it nor undoes what people
 * have decided since.
 */
final class SampleDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SampleDesk.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STATEMENTS = "problem-statements.csv";
    private static final String IMPORT = "/desk/problem-statements/import";

    /** What became of one thing that was to be done. */
    private enum Outcome {
        DONE,
        LATER,
        IMPOSSIBLE
    }

    private final Path file;
    private final URI site;
    private final String user;
    private final String password;
    private final Duration pause;
    private final TreeSet<String> done = new TreeSet<>();

    SampleDesk(Path folder, URI site, String user, String password, Duration pause) {
        this.file = folder.resolve("desk.json");
        this.site = site;
        this.user = user;
        this.password = password;
        this.pause = pause;
    }

    /** Does all that is still to be done, however long its uses take to be found, until interrupted. */
    void run() throws InterruptedException {
        remember();
        var stories = SampleCity.stories();
        int tasks = stories.size() + 1;
        while (done.size() < tasks) {
            try {
                var visit = DeskVisit.signIn(site, user, password);
                if (visit.isEmpty()) {
                    LOG.warn("sample desk: not let in as {}; stories and problem statements stay unpublished", user);
                    return;
                }
                rounds(visit.get(), stories, tasks);
            } catch (IOException e) {
                LOG.debug("sample desk: the desk does not answer, trying again", e);
            }
            Thread.sleep(pause.toMillis());
        }
        LOG.info("sample desk: {} stories and the problem statements are published", stories.size());
    }

    private void rounds(DeskVisit visit, List<SampleStory> stories, int tasks)
            throws IOException, InterruptedException {
        for (int round = 0; done.size() < tasks; round++) {
            attempt(STATEMENTS, () -> importStatements(visit));
            for (var story : stories) {
                attempt(story.repository(), () -> publish(visit, story));
            }
            // At first each second counts; what is not found after a while may take long.
            Thread.sleep(pause.multipliedBy(Math.min(30, 1 + round / 60)).toMillis());
        }
    }

    private interface Task {
        Outcome run() throws IOException;
    }

    private void attempt(String name, Task task) throws IOException {
        if (!done.contains(name) && task.run() != Outcome.LATER) {
            done.add(name);
            Files.writeString(file, JSON.writeValueAsString(done));
        }
    }

    private Outcome importStatements(DeskVisit visit) throws IOException {
        var form = visit.form(visit.page(IMPORT).parse(), IMPORT);
        if (form.isEmpty()) {
            return Outcome.LATER;
        }
        return outcome(STATEMENTS, visit.upload(form.get(), "file", STATEMENTS, SampleCity.bytes(STATEMENTS)));
    }

    private Outcome publish(DeskVisit visit, SampleStory story) throws IOException {
        var page = visit.page("/desk/uses/" + use(story));
        if (page.statusCode() != 200) {
            return Outcome.LATER;
        }
        var document = page.parse();
        if (visit.form(document, "/withdraw").isPresent()) {
            return Outcome.DONE;
        }
        if (visit.form(document, "/reopen").isPresent()) {
            // Somebody has rejected it since; that is theirs to decide.
            return Outcome.IMPOSSIBLE;
        }
        var form = visit.form(document, "/publish");
        return form.isEmpty() ? Outcome.LATER : outcome(story.repository(), visit.send(form.get(), story.fields()));
    }

    private static UseId use(SampleStory story) {
        return UseId.of(
                story.isOfASite()
                        ? new SubjectId(story.repository())
                        : SubjectId.github(CityRepository.number(story.repository())));
    }

    private static Outcome outcome(String name, Response answer) throws IOException {
        if (answer.statusCode() < 400) {
            return Outcome.DONE;
        }
        if (answer.statusCode() == 422) {
            LOG.warn(
                    "sample desk: {} was not accepted: {}",
                    name,
                    answer.parse().select("main").text());
            return Outcome.IMPOSSIBLE;
        }
        return Outcome.LATER;
    }

    private void remember() {
        try {
            if (Files.exists(file)) {
                done.addAll(List.of(JSON.readValue(Files.readString(file), String[].class)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
