package sightings.ingest.github;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHContent;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.HttpException;
import org.kohsuke.github.RateLimitChecker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.event.PlaceObserved;
import sightings.event.SourceReported;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.ObservedText;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.watching.Watcher;
import sightings.ingest.web.OutgoingHttp;

/**
 * Searches GitHub's code for the portals' hosts and reads the files it names, each again only when its content has
 * changed. Each repository is told as soon as it is read. Where GitHub asks us to wait, the round ends, says so, and goes
 * on later where it was. {@code found = read + unchanged + skipped + failed}.
 */
final class GitHubWatcher implements Watcher {

    static final SourceId SOURCE = new SourceId("github");

    private static final Logger log = LoggerFactory.getLogger(GitHubWatcher.class);
    private static final String SEARCH = "search";
    private static final int PAGE = 100;
    /** GitHub shows no more of one search. */
    private static final int SHOWN = 1_000;

    private static final int MAX_FILE = 1_000_000;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final DateTimeFormatter CLOCK_TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final List<String> hosts;
    private final URI api;
    private final String web;
    private final String token;
    private final Duration every;
    private final InstantSource clock;
    private final SafeConnector connector;

    GitHubWatcher(
            List<String> hosts,
            URI api,
            URI web,
            String token,
            Duration every,
            OutgoingHttp http,
            InstantSource clock) {
        this.hosts = List.copyOf(hosts);
        this.api = URI.create(withoutSlash(api));
        this.web = withoutSlash(web);
        this.token = token.strip();
        this.every = every;
        this.clock = clock;
        this.connector = new SafeConnector(http, clock);
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
        if (token.isEmpty()) {
            return RoundReport.needsSetting(
                    "GitHub searches code only for those who sign in. Make a token without any permission at " + web
                            + "/settings/tokens and set it as GITHUB_TOKEN; all else works without it.",
                    Duration.ofHours(1));
        }
        var round = new Round(checkpoints, outlet);
        try {
            round.run();
        } catch (IOException | RuntimeException e) {
            var limit = limit(e);
            if (limit == null) {
                return failure(e, round);
            }
            return round.report(clamp(limit.pause()))
                    .with(
                            SourceReported.State.WAITING,
                            "GitHub's limit for " + limit.getMessage() + " is used up until "
                                    + CLOCK_TIME.format(clock.instant().plus(limit.pause()))
                                    + " UTC; the search goes on then.");
        }
        log.info(
                "github: {} found, {} read, {} unchanged, {} skipped, {} failed",
                round.found,
                round.read,
                round.unchanged,
                round.skipped,
                round.failed);
        return round.report(every).with(SourceReported.State.OK, round.remark());
    }

    private RoundReport failure(Exception e, Round round) throws IOException {
        int status = status(e);
        if (status == 401) {
            return round.report(Duration.ofMinutes(10))
                    .with(
                            SourceReported.State.NEEDS_SETTING,
                            "GitHub does not know the token any more. Make a new one at " + web
                                    + "/settings/tokens and set it as GITHUB_TOKEN.");
        }
        if (status > 0) {
            return round.report(Duration.ofMinutes(1))
                    .with(SourceReported.State.FAILING, "GitHub answered with status " + status);
        }
        if (e instanceof IOException known) {
            throw known;
        }
        throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }

    private static Duration clamp(Duration wait) {
        if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static @Nullable LimitException limit(@Nullable Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof LimitException limit) {
                return limit;
            }
        }
        return null;
    }

    private static int status(@Nullable Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof HttpException http && http.getResponseCode() > 0) {
                return http.getResponseCode();
            }
        }
        return 0;
    }

    private static String withoutSlash(URI address) {
        var text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private GitHub client() throws IOException {
        return new GitHubBuilder()
                .withEndpoint(api.toString())
                .withOAuthToken(token)
                .withConnector(connector)
                .withRateLimitChecker(RateLimitChecker.NONE)
                .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
                .build();
    }

    /** One round, or what a limit leaves of it. */
    private final class Round {

        private final Checkpoints checkpoints;
        private final Outlet outlet;
        private final GitHub github;
        private int found;
        private int read;
        private int unchanged;
        private int skipped;
        private int failed;
        private int repositories;
        private int incomplete;
        private int beyondShown;

        Round(Checkpoints checkpoints, Outlet outlet) throws IOException {
            this.checkpoints = checkpoints;
            this.outlet = outlet;
            this.github = client();
        }

        void run() throws IOException, InterruptedException {
            var next = checkpoints.of(SEARCH).orElse(Map.of()).getOrDefault("host", "");
            int from = Math.max(0, hosts.indexOf(next));
            for (int i = from; i < hosts.size(); i++) {
                search(hosts.get(i));
                outlet.commit(SEARCH, i + 1 < hosts.size() ? Map.of("host", hosts.get(i + 1)) : Map.of());
            }
        }

        private void search(String host) throws IOException, InterruptedException {
            var results = github.searchContent().q("\"" + host + "\"").list().withPageSize(PAGE);
            var pages = results.iterator();
            boolean gaveUp = false;
            while (pages.hasNext()) {
                var page = pages.nextPage();
                gaveUp |= results.isIncomplete();
                for (var repository : byRepository(page).entrySet()) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    repository(repository.getKey(), repository.getValue());
                }
            }
            incomplete += gaveUp || results.isIncomplete() ? 1 : 0;
            beyondShown += Math.max(0, results.getTotalCount() - SHOWN);
        }

        private static Map<Long, List<GHContent>> byRepository(List<GHContent> page) {
            var grouped = new LinkedHashMap<Long, List<GHContent>>();
            for (GHContent file : page) {
                grouped.computeIfAbsent(file.getOwner().getId(), _ -> new java.util.ArrayList<>())
                        .add(file);
            }
            return grouped;
        }

        private void repository(long id, List<GHContent> files) throws IOException {
            found += files.size();
            var part = "repository/" + id;
            var known = new TreeMap<>(checkpoints.of(part).orElse(Map.of()));
            var changed = files.stream()
                    .filter(file -> !file.getSha().equals(known.get(file.getPath())))
                    .toList();
            unchanged += files.size() - changed.size();
            if (changed.isEmpty()) {
                return;
            }
            GHRepository owner = changed.getFirst().getOwner();
            if (owner.isFork()) {
                skipped += changed.size();
                remember(part, known, changed);
                return;
            }
            var facts = facts(id);
            if (facts == null || facts.fork() || facts.hidden()) {
                skipped += changed.size();
                remember(part, known, changed);
                return;
            }
            repositories++;
            for (GHContent file : changed) {
                file(owner, facts, file);
            }
            remember(part, known, changed);
        }

        private void remember(String part, Map<String, String> known, List<GHContent> files) {
            files.forEach(file -> known.put(file.getPath(), file.getSha()));
            outlet.commit(part, known);
        }

        /** Null where the repository is gone by now. */
        private @Nullable RepositoryFacts facts(long id) throws IOException {
            var answer = connector.get(
                    URI.create(api + "/repositories/" + id),
                    Map.of("Authorization", "token " + token, "Accept", "application/vnd.github+json"));
            if (answer.status() == 404 || answer.status() == 451) {
                return null;
            }
            if (answer.status() != 200) {
                throw new HttpException("repository " + id, answer.status(), "no facts", api + "/repositories/" + id);
            }
            try {
                return RepositoryFacts.read(answer.body(), web);
            } catch (IllegalArgumentException e) {
                throw new IOException("What GitHub says of repository " + id + " cannot be read", e);
            }
        }

        private void file(GHRepository owner, RepositoryFacts facts, GHContent hit) throws IOException {
            String text;
            try {
                text = text(owner.getFileContent(hit.getPath()));
            } catch (FileNotFoundException e) {
                // The index is older than the repository; the file is not there any more.
                skipped++;
                return;
            } catch (HttpException e) {
                if (e.getResponseCode() / 100 != 4 || e.getResponseCode() == 401 || limit(e) != null) {
                    throw e;
                }
                failed++;
                return;
            }
            if (text == null) {
                skipped++;
                return;
            }
            read++;
            var observed = ObservedText.of(text);
            outlet.send(new PlaceObserved(new Observation(
                    SOURCE,
                    new Place(address(facts, hit.getPath()), hit.getPath(), null),
                    facts.subject(),
                    clock.instant(),
                    null,
                    observed.text(),
                    List.of(),
                    observed.truncated())));
        }

        /** Null where it is no text, or larger than GitHub hands out. */
        private static @Nullable String text(GHContent content) throws IOException {
            if (!content.isFile() || content.getSize() > MAX_FILE) {
                return null;
            }
            try (var in = content.read()) {
                var bytes = in.readNBytes(MAX_FILE);
                for (int i = 0; i < Math.min(bytes.length, 8_000); i++) {
                    if (bytes[i] == 0) {
                        return null;
                    }
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }

        private String address(RepositoryFacts facts, String path) {
            var encoded = new StringBuilder();
            for (String segment : path.split("/")) {
                encoded.append('/')
                        .append(URLEncoder.encode(segment, StandardCharsets.UTF_8)
                                .replace("+", "%20"));
            }
            return web + "/" + facts.fullName() + "/blob/" + facts.defaultBranch() + encoded;
        }

        RoundReport report(Duration next) {
            var counters = new HashMap<String, Long>();
            counters.put("found", (long) found);
            counters.put("unchanged", (long) unchanged);
            counters.put("skipped", (long) skipped);
            counters.put("repositories", (long) repositories);
            counters.put("incomplete", (long) incomplete);
            return RoundReport.ok(read, failed, next).with(counters);
        }

        private @Nullable String remark() {
            if (beyondShown > 0) {
                return "GitHub shows 1,000 files of a search at most and has " + beyondShown + " more.";
            }
            return incomplete > 0 ? "GitHub gave up on part of the search; the next round asks again." : null;
        }
    }
}
