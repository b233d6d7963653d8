package sightings.ingest.github;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sightings.event.Event;
import sightings.event.PlaceConfirmed;
import sightings.event.PlaceGone;
import sightings.event.PlaceObserved;
import sightings.event.SourceReported.State;
import sightings.evidence.Observation;
import sightings.ingest.watching.MemoryChannel;
import sightings.ingest.watching.RoundReport;

/** Makes a watcher's rounds as its runner does, with restarts wherever {@link FakeGitHub} ends the process. */
final class Schedule {

    static final String HOST = "data.example.gov";

    private final FakeGitHub github;
    private final List<String> ids;
    private final MemoryChannel channel = new MemoryChannel();
    private final List<Event> events = new ArrayList<>();
    private GitHubWatcher watcher;
    int restarts;
    int waits;

    Schedule(FakeGitHub github, List<String> ids) {
        this.github = github;
        this.ids = ids;
        this.watcher = start();
    }

    private GitHubWatcher start() {
        return new GitHubWatcher(
                List.of(HOST),
                () -> ids,
                "https://api.example",
                "https://github.com",
                "secret",
                Duration.ofDays(1),
                github,
                github.time,
                github.time::nanos);
    }

    /** Rounds until one has come to its end. */
    RoundReport untilDone() throws IOException, InterruptedException {
        for (int i = 0; i < 20_000; i++) {
            try {
                var report = watcher.look(channel, channel);
                channel.drop();
                if (report.state() == State.OK) {
                    events.addAll(channel.take());
                    return report;
                }
                waits++;
                github.time.pass(report.next());
            } catch (FakeGitHub.Killed e) {
                channel.drop();
                restarts++;
                github.time.pass(Duration.ofSeconds(2));
                watcher = start();
            }
            events.addAll(channel.take());
        }
        throw new AssertionError("It never comes to an end");
    }

    /** Rounds for this long, each until it has come to its end. */
    void days(int days) throws IOException, InterruptedException {
        for (int i = 0; i < days; i++) {
            github.time.pass(Duration.ofDays(1));
            untilDone();
        }
    }

    List<Observation> observed() {
        return events.stream()
                .filter(PlaceObserved.class::isInstance)
                .map(event -> ((PlaceObserved) event).observation())
                .toList();
    }

    List<PlaceConfirmed> confirmed() {
        return events.stream()
                .filter(PlaceConfirmed.class::isInstance)
                .map(PlaceConfirmed.class::cast)
                .toList();
    }

    List<PlaceGone> gone() {
        return events.stream()
                .filter(PlaceGone.class::isInstance)
                .map(PlaceGone.class::cast)
                .toList();
    }

    int mostSentAtOnce(Class<? extends Event> type) {
        return channel.mostAtOnce(type);
    }

    List<String> forgotten() {
        return channel.forgotten();
    }

    void clear() {
        events.clear();
        github.requests.clear();
    }
}
