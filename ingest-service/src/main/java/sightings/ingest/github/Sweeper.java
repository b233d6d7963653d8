package sightings.ingest.github;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sightings.ingest.github.SearchPage.Hit;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;

/** Makes a sweep, page by page, from where its checkpoint says it stopped. */
final class Sweeper {

    private final GitHubApi api;
    private final RepositoryReader reader;
    private final Checkpoints checkpoints;
    private final Outlet outlet;
    private final InstantSource clock;
    private final Runnable limitsMayHaveChanged;

    /** @param limitsMayHaveChanged called after each search, before anything else is asked */
    Sweeper(
            GitHubApi api,
            RepositoryReader reader,
            Checkpoints checkpoints,
            Outlet outlet,
            InstantSource clock,
            Runnable limitsMayHaveChanged) {
        this.limitsMayHaveChanged = limitsMayHaveChanged;
        this.api = api;
        this.reader = reader;
        this.checkpoints = checkpoints;
        this.outlet = outlet;
        this.clock = clock;
    }

    /**
     * Goes on until all is asked, or a limit is met.
     *
     * @throws LimitException where GitHub's limits say to wait; the next call goes on at the same page
     */
    void run(SweepPlan plan) throws IOException, InterruptedException {
        var state = plan.state(checkpoints);
        var sweep = state.running() == null ? Sweep.begin(plan.kind()) : state.running();
        if (state.running() == null) {
            // A sweep that staff asked for is one also where a limit stands before its first search.
            outlet.commit(plan.part(), state.at(sweep).toMap());
        }
        for (var next = sweep.underWay(plan.terms()); next.isPresent(); next = sweep.underWay(plan.terms())) {
            sweep = step(next.get());
            state = state.at(sweep);
            outlet.commit(plan.part(), state.toMap());
        }
        outlet.commit(plan.part(), state.ended(sweep, clock.instant()).toMap());
    }

    private Sweep step(Sweep sweep) throws IOException, InterruptedException {
        var reply = api.search(sweep.slice(), sweep.page());
        limitsMayHaveChanged.run();
        return switch (reply) {
            case Reply.Found found -> {
                var page = read(found);
                for (var repository : byRepository(page.hits()).entrySet()) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    reader.read(repository.getKey(), repository.getValue());
                }
                yield sweep.after(page, clock.instant());
            }
            case Reply.Refused _, Reply.Missing _ -> sweep.afterRefusal();
            case Reply.Unchanged _ -> throw new IOException("GitHub answered 304 to a search, which is never asked so");
        };
    }

    private static SearchPage read(Reply.Found found) throws IOException {
        try {
            return SearchPage.read(found.body());
        } catch (IllegalArgumentException e) {
            throw new IOException("What GitHub answers to a search cannot be read", e);
        }
    }

    private static Map<Long, List<Hit>> byRepository(List<Hit> hits) {
        var grouped = new LinkedHashMap<Long, List<Hit>>();
        for (Hit hit : hits) {
            grouped.computeIfAbsent(hit.repository(), _ -> new ArrayList<>()).add(hit);
        }
        return grouped;
    }
}
