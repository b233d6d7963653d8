package sightings.ingest.github;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.event.SourceReported.State;
import sightings.evidence.Said;
import sightings.evidence.SourceId;
import sightings.ingest.github.Counts.Of;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.watching.Watcher;

/**
 * Watches GitHub: looks again at what it knows, searches the code for the portals' hosts and the datasets' ids, and the
 * repositories for the hosts. Where GitHub asks us to wait, the round ends, says until when, and the next one goes on at
 * the same page. Without a token it does what GitHub lets everybody do, and says what that leaves out.
 *
 * @see Sweep how a search with more results than GitHub shows is cut
 * @see Gate how limits are kept
 * @see RepositoryReader what is read of a repository
 * @see RepositoryCheck what is told of it later
 */
final class GitHubWatcher implements Watcher {

    static final SourceId SOURCE = new SourceId("github");

    private static final Logger log = LoggerFactory.getLogger(GitHubWatcher.class);
    private static final String TOTALS = "totals";
    private static final String LIMITS = "limits";
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration IDS_EVERY = Duration.ofDays(1);
    private static final int CHECKS_PER_ROUND = 50;
    private static final DateTimeFormatter CLOCK_TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final List<String> hosts;
    private final Supplier<? extends Collection<String>> ids;
    private final String web;
    private final boolean signedIn;
    private final Duration every;
    private final InstantSource clock;
    private final Gate gate;
    private final GitHubApi api;
    private boolean restored;

    /**
     * @param hosts of the portals
     * @param ids of the datasets, as they are at the time
     * @param address of the API
     * @param webAddress of the pages
     * @param token empty where there is none
     * @param every how long after a sweep the next begins
     * @param transport the way out
     * @param nanos the time that passes
     */
    GitHubWatcher(
            List<String> hosts,
            Supplier<? extends Collection<String>> ids,
            String address,
            String webAddress,
            String token,
            Duration every,
            GitHubApi.Transport transport,
            InstantSource clock,
            LongSupplier nanos) {
        this.hosts = List.copyOf(hosts);
        this.ids = ids;
        this.web = withoutSlash(webAddress);
        this.signedIn = !token.isBlank();
        this.every = every;
        this.clock = clock;
        this.gate = new Gate(signedIn, clock, nanos);
        this.api = new GitHubApi(transport, withoutSlash(address), token.strip(), gate);
    }

    @Override
    public SourceId source() {
        return SOURCE;
    }

    @Override
    public SourceReported.Kind kind() {
        return SourceReported.Kind.GITHUB;
    }

    @Override
    public String title() {
        return "GitHub";
    }

    @Override
    public RoundReport look(Checkpoints checkpoints, Outlet outlet) throws IOException, InterruptedException {
        return look(checkpoints, outlet, false);
    }

    /** All sweeps begin anew, as far as GitHub's limits let them. */
    @Override
    public RoundReport lookAsked(Checkpoints checkpoints, Outlet outlet) throws IOException, InterruptedException {
        return look(checkpoints, outlet, true);
    }

    private RoundReport look(Checkpoints checkpoints, Outlet outlet, boolean wanted)
            throws IOException, InterruptedException {
        if (!restored) {
            gate.restore(checkpoints.of(LIMITS).orElse(Map.of()));
            restored = true;
        }
        var round = new Round(checkpoints, outlet);
        RoundReport report;
        try {
            var limit = round.run(wanted);
            report = limit == null ? round.ended() : round.waiting(limit);
        } catch (StatusException e) {
            report = round.failed(e);
        } catch (IOException e) {
            round.keepLimits();
            throw e;
        }
        round.keepLimits();
        outlet.commit(TOTALS, round.counts.toMap());
        log.info("github: {}", report.counters());
        return report;
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** One round, or what a limit leaves of it. */
    private final class Round {

        private final Checkpoints checkpoints;
        private final Outlet outlet;
        private final Counts counts;
        private final Copies copies;
        private final Ledger ledger;
        private final RepositoryReader reader;
        private final RepositoryCheck repositoryCheck;
        private final List<SweepPlan> plans;

        Round(Checkpoints checkpoints, Outlet outlet) {
            this.checkpoints = checkpoints;
            this.outlet = outlet;
            this.counts = Counts.of(checkpoints.of(TOTALS).orElse(Map.of()));
            this.copies = Copies.of(checkpoints.all());
            this.ledger = new Ledger(web, checkpoints, outlet, counts, clock);
            this.reader = new RepositoryReader(api, web, ledger, copies, counts);
            this.repositoryCheck = new RepositoryCheck(api, web, ledger, copies, counts, clock);
            this.plans = plans();
        }

        private List<SweepPlan> plans() {
            var plans = new ArrayList<SweepPlan>();
            if (signedIn) {
                plans.add(new SweepPlan("sweep/hosts", Slice.Kind.CODE, Terms.apart(hosts), every));
            }
            plans.add(new SweepPlan("sweep/repositories", Slice.Kind.REPOSITORIES, Terms.apart(hosts), every));
            if (signedIn) {
                // There are many ids, and files with an id and no host are few: once a day is often enough.
                var slowly = every.compareTo(IDS_EVERY) > 0 ? every : IDS_EVERY;
                var terms = Terms.together(ids.get());
                if (terms.after(null).isPresent()) {
                    plans.add(new SweepPlan("sweep/ids", Slice.Kind.CODE, terms, slowly));
                }
            }
            return plans;
        }

        /** The limit that it waits for; null where it came to its end. */
        @Nullable
        LimitException run(boolean wanted) throws IOException, InterruptedException {
            for (long id : Rechecks.forgotten(checkpoints.all(), clock.instant())) {
                ledger.forget(id);
            }
            var limit = check(Rechecks.due(checkpoints.all(), clock.instant(), CHECKS_PER_ROUND));
            for (SweepPlan plan : plans) {
                if (plan.isDue(checkpoints, clock.instant(), wanted)) {
                    limit = sooner(limit, sweep(plan));
                }
            }
            return limit == null ? check(Rechecks.copied(checkpoints.all(), copies)) : limit;
        }

        private @Nullable LimitException check(List<Long> repositories) throws IOException, InterruptedException {
            try {
                for (long id : repositories) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    repositoryCheck.look(id);
                }
                return null;
            } catch (LimitException e) {
                return e;
            }
        }

        /** One search's limit need not hold up the other's. */
        private @Nullable LimitException sweep(SweepPlan plan) throws IOException, InterruptedException {
            try {
                new Sweeper(api, reader, checkpoints, outlet, clock, this::keepLimits).run(plan);
                return null;
            } catch (LimitException e) {
                keepLimits();
                return e;
            }
        }

        private static @Nullable LimitException sooner(@Nullable LimitException one, @Nullable LimitException other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.pause().compareTo(other.pause()) <= 0 ? one : other;
        }

        /** So that a restart does not ask earlier than was allowed. */
        void keepLimits() {
            if (gate.takeChanged()) {
                outlet.commit(LIMITS, gate.state());
            }
        }

        RoundReport ended() {
            var next = every.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : every;
            return report(
                    next, signedIn ? State.OK : State.NEEDS_SETTING, signedIn ? List.of() : List.of(withoutToken()));
        }

        RoundReport waiting(LimitException limit) {
            var pause = limit.pause();
            var next = pause.compareTo(SHORTEST_WAIT) < 0
                    ? SHORTEST_WAIT
                    : pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
            var used = SourceNote.GITHUB_LIMIT.with(
                    limit.getMessage(), CLOCK_TIME.format(clock.instant().plus(pause)));
            return signedIn
                    ? report(next, State.WAITING, List.of(used))
                    : report(next, State.NEEDS_SETTING, List.of(withoutToken(), used));
        }

        RoundReport failed(StatusException e) {
            return e.status() == 401
                    ? report(
                            Duration.ofMinutes(10),
                            State.NEEDS_SETTING,
                            List.of(SourceNote.GITHUB_BAD_TOKEN.with(web + "/settings/tokens")))
                    : report(
                            Duration.ofMinutes(1),
                            State.FAILING,
                            List.of(SourceNote.ROUND_FAILED.with(String.valueOf(e.getMessage()))));
        }

        private Said withoutToken() {
            return SourceNote.GITHUB_NO_TOKEN.with(web + "/settings/tokens");
        }

        private RoundReport report(Duration next, State state, List<Said> notes) {
            var tally =
                    plans.stream().map(plan -> plan.state(checkpoints).tally()).reduce(Tally.NONE, Tally::plus);
            var counters = new HashMap<>(counts.byName());
            counters.putAll(Meter.counters(tally));
            var all = Stream.concat(notes.stream(), Meter.notes(tally).stream()).toList();
            return RoundReport.ok(counts.get(Of.READ) + counts.get(Of.AGAIN), counts.get(Of.FAILED), next)
                    .with(counters)
                    .with(state, all)
                    .asTotal();
        }
    }
}
