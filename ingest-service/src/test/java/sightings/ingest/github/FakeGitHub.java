package sightings.ingest.github;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Hashes;
import sightings.ingest.web.Answer;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.Head;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * GitHub as it is to its callers, with a clock of its own: budgets in fixed windows, limits in each of their forms, no
 * more than 1,000 results, in an order that changes with each page where {@link #drift} is set, searches that are given
 * up on. It takes down each request that comes earlier than it said, and each query that it would not have taken.
 */
final class FakeGitHub implements GitHubApi.Transport {

    /** A file that was found, or a repository where the path is null. */
    private record Hit(FakeRepository repository, @Nullable String path) {

        ObjectNode json() {
            if (path == null) {
                return repository.json();
            }
            var item = JSON.createObjectNode();
            item.put("path", path)
                    .put("sha", repository.sha(path))
                    .put("url", "https://api.example/x?ref=" + "0123456789".repeat(4));
            item.set("repository", repository.json());
            return item;
        }
    }

    /** The end of the process, at a moment that nobody chose. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PART =
            Pattern.compile("(?<not>NOT )?(?:(?<key>[a-z]+):(?<value>\\S+)|\"(?<word>[^\"]*)\"|(?<or>OR))");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    final TreeMap<Long, FakeRepository> repositories = new TreeMap<>();
    final List<String> violations = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    final VirtualTime time;
    private final Random random;
    /** Whether the search has lost its index. */
    boolean hiddenFromSearch;

    boolean drift;
    /** How often in a hundred requests a secondary limit is met. */
    int limitedPercent;
    /** How often in a hundred searches GitHub gives up. */
    int incompletePercent;
    /** How often in a thousand requests the process dies. */
    int killedPerMille;

    private final Map<Resource, Instant> windows = new EnumMap<>(Resource.class);
    private final Map<Resource, Integer> used = new EnumMap<>(Resource.class);
    private final Map<String, Instant> allowedFrom = new HashMap<>();

    FakeGitHub(long seed, VirtualTime time) {
        this.random = new Random(seed);
        this.time = time;
    }

    FakeRepository add(FakeRepository repository) {
        repositories.put(repository.id, repository);
        return repository;
    }

    @Override
    public Answer<byte[]> exchange(FetchRequest request) throws IOException {
        time.pass(Duration.ofMillis(150));
        var path = request.address().getRawPath();
        requests.add(path + (request.validators().etag() == null ? "" : " if-changed"));
        die();
        var resource = path.equals("/search/code")
                ? Resource.CODE_SEARCH
                : path.startsWith("/search/") ? Resource.SEARCH : Resource.CORE;
        noteEarly("all", path);
        noteEarly(resource.name(), path);
        var answer = limited(resource);
        if (answer != null) {
            return answer;
        }
        boolean last = used.getOrDefault(resource, 0) >= resource.limit(true);
        answer = budgeted(resource, path.startsWith("/search/") ? search(request, resource) : read(request, path));
        if (!last) {
            // What says that nothing is left arrives: of what was never heard nobody can be blamed.
            die();
        }
        return answer;
    }

    private Answer<byte[]> budgeted(Resource resource, Answer<byte[]> answer) {
        var reset = windows.get(resource).plus(window(resource)).plusMillis(999);
        int left = resource.limit(true) - used.getOrDefault(resource, 0);
        if (left <= 0) {
            allow(resource.name(), Instant.ofEpochSecond(reset.getEpochSecond()));
        }
        var headers = new HashMap<>(answer.headers());
        headers.put("x-ratelimit-limit", List.of(Integer.toString(resource.limit(true))));
        headers.put("x-ratelimit-remaining", List.of(Integer.toString(Math.max(0, left))));
        headers.put("x-ratelimit-reset", List.of(Long.toString(reset.getEpochSecond())));
        headers.put("x-ratelimit-resource", List.of(resource.name().toLowerCase(java.util.Locale.ROOT)));
        return new Answer<>(new Head(answer.address(), answer.status(), headers), answer.body());
    }

    private static Duration window(Resource resource) {
        return Duration.ofSeconds(resource == Resource.CORE ? 3_600 : 60);
    }

    private void die() {
        if (random.nextInt(1_000) < killedPerMille) {
            throw new Killed();
        }
    }

    private void noteEarly(String what, String path) {
        var from = allowedFrom.get(what);
        if (from != null && time.instant().isBefore(from)) {
            violations.add(path + " at " + time.instant() + ", allowed from " + from);
        }
    }

    private Answer<byte[]> limited(Resource resource) {
        if (random.nextInt(100) < limitedPercent) {
            return secondary(resource);
        }
        var now = time.instant();
        var window = window(resource);
        var start = windows.get(resource);
        if (start == null || !now.isBefore(start.plus(window))) {
            windows.put(resource, now);
            used.put(resource, 0);
        }
        int count = used.merge(resource, 1, Integer::sum);
        if (count <= resource.limit(true)) {
            return null;
        }
        var reset = windows.get(resource).plus(window);
        allow(resource.name(), reset);
        return answer(
                403,
                "{\"message\":\"API rate limit exceeded\"}",
                "x-ratelimit-remaining",
                "0",
                "x-ratelimit-reset",
                Long.toString(reset.getEpochSecond()),
                "x-ratelimit-resource",
                resource.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** One of the forms that were recorded; where it says nothing, GitHub's documentation asks for a minute at least. */
    private Answer<byte[]> secondary(Resource resource) {
        int seconds = 5 + random.nextInt(90);
        var now = time.instant();
        switch (random.nextInt(7)) {
            case 0 -> {
                allow("all", now.plusSeconds(seconds));
                return answer(429, "{}", "retry-after", Integer.toString(seconds));
            }
            case 1 -> {
                allow("all", Instant.ofEpochSecond(now.getEpochSecond() + seconds));
                return answer(
                        429,
                        "{}",
                        "retry-after",
                        HTTP_DATE.format(Instant.ofEpochSecond(now.getEpochSecond() + seconds)));
            }
            case 2 -> {
                allow("all", now.plusSeconds(seconds));
                return answer(403, "{}", "retry-after", Integer.toString(seconds), "x-ratelimit-remaining", "4000");
            }
            case 3 -> {
                allow("all", now.plusSeconds(60));
                return answer(403, "{}", "gh-limited-by", "search-elapsed-time-shared-grouped");
            }
            case 4 -> {
                allow("all", now.plusSeconds(60));
                return answer(403, "{\"message\":\"You have exceeded a secondary rate limit.\"}");
            }
            case 5 -> {
                allow("all", now.plusSeconds(60));
                return answer(429, "{}");
            }
            default -> {
                allow(resource.name(), now.plusSeconds(60));
                return answer(403, "{}", "x-ratelimit-remaining", "0", "x-ratelimit-reset", "soon");
            }
        }
    }

    private void allow(String what, Instant from) {
        allowedFrom.merge(what, from, (one, other) -> one.isAfter(other) ? one : other);
    }

    private Answer<byte[]> search(FetchRequest request, Resource resource) {
        var asked = query(request);
        var query = asked.getOrDefault("q", "");
        int page = Integer.parseInt(asked.getOrDefault("page", "1"));
        long operators =
                Pattern.compile("\\b(AND|OR|NOT)\\b").matcher(query).results().count();
        if (query.length() > 256 || operators > 5 || page > 10) {
            violations.add("a query that GitHub refuses: " + query);
            return answer(422, "{}");
        }
        var items = resource == Resource.CODE_SEARCH ? files(query) : found(query);
        if (hiddenFromSearch) {
            items.clear();
        }
        if (drift) {
            Collections.shuffle(items, random);
        }
        boolean incomplete = random.nextInt(100) < incompletePercent;
        var root = JSON.createObjectNode();
        root.put("total_count", items.size()).put("incomplete_results", incomplete);
        var array = root.putArray("items");
        items.stream()
                .limit(1_000)
                .skip((page - 1) * 100L)
                .limit(incomplete ? 50 : 100)
                .map(Hit::json)
                .forEach(array::add);
        return answer(200, root.toString());
    }

    private List<FakeRepository> searched() {
        return repositories.values().stream()
                .filter(repository -> repository.missing == 0 && !repository.hidden)
                .toList();
    }

    private List<Hit> files(String query) {
        var items = new ArrayList<Hit>();
        for (var repository : searched()) {
            for (String path : repository.paths()) {
                var text = repository.files.getOrDefault(path, "");
                if (matches(query, text, key -> switch (key.substring(0, key.indexOf(':'))) {
                    case "size" -> within(key.substring(5), repository.size(path));
                    case "extension" -> path.endsWith("." + key.substring(10));
                    case "path" -> path.startsWith(key.substring(5) + "/");
                    default -> throw new IllegalStateException(key);
                })) {
                    items.add(new Hit(repository, path));
                }
            }
        }
        return items;
    }

    private List<Hit> found(String query) {
        var items = new ArrayList<Hit>();
        for (var repository : searched()) {
            var readme = repository.files.getOrDefault("README.md", "");
            if (matches(
                    query,
                    readme,
                    key -> !key.startsWith("pushed:")
                            || within(key.substring(7), repository.pushedAt.getEpochSecond()))) {
                items.add(new Hit(repository, null));
            }
        }
        return items;
    }

    private static boolean matches(String query, String text, Predicate<String> qualifier) {
        boolean any = false;
        boolean all = true;
        var part = PART.matcher(query);
        while (part.find()) {
            if (part.group("word") != null) {
                any |= text.contains(part.group("word"));
            } else if (part.group("key") != null) {
                boolean holds = qualifier.test(part.group("key") + ":" + part.group("value"));
                all &= part.group("not") == null ? holds : !holds;
            }
        }
        return any && all;
    }

    private static boolean within(String range, long value) {
        if (range.startsWith(">=")) {
            return value >= number(range.substring(2));
        }
        int dots = range.indexOf("..");
        return dots < 0
                ? value == number(range)
                : value >= number(range.substring(0, dots)) && value <= number(range.substring(dots + 2));
    }

    private static long number(String bound) {
        return bound.endsWith("Z") ? Instant.parse(bound).getEpochSecond() : Long.parseLong(bound);
    }

    private Answer<byte[]> read(FetchRequest request, String path) {
        var parts = path.split("/", 5);
        var repository = repositories.get(Long.parseLong(parts[2]));
        if (repository == null || repository.missing != 0) {
            return answer(repository == null ? 404 : repository.missing, "{\"message\":\"Not Found\"}");
        }
        if (parts.length == 3) {
            return unlessKnown(request, repository.json().toString());
        }
        var file = parts.length == 4 ? "README.md" : URLDecoder.decode(parts[4], StandardCharsets.UTF_8);
        var text = repository.files.get(file);
        if (text == null) {
            return answer(404, "{\"message\":\"Not Found\"}");
        }
        var node = JSON.createObjectNode()
                .put("type", "file")
                .put("encoding", "base64")
                .put("path", file)
                .put("sha", repository.sha(file))
                .put("content", Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        return unlessKnown(request, node.toString());
    }

    private Answer<byte[]> unlessKnown(FetchRequest request, String body) {
        var etag = "W/\"" + Hashes.id(body) + "\"";
        return etag.equals(request.validators().etag())
                ? answer(304, "", "etag", etag)
                : answer(200, body, "etag", etag);
    }

    private Answer<byte[]> answer(int status, String body, String... headers) {
        var named = new HashMap<String, List<String>>();
        named.put("date", List.of(HTTP_DATE.format(time.instant())));
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], List.of(headers[i + 1]));
        }
        return new Answer<>(
                new Head(java.net.URI.create("https://api.example"), status, named),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(FetchRequest request) {
        var asked = new HashMap<String, String>();
        for (String pair : request.address().getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            asked.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return asked;
    }
}
