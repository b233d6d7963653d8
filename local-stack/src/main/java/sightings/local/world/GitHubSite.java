package sightings.local.world;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import sightings.local.world.RateLimits.Budget;
import sightings.local.world.RateLimits.Resource;
import tools.jackson.databind.json.JsonMapper;

/** GitHub's REST API over the sample's repositories: search of code and of repositories, contents, budgets. */
final class GitHubSite implements Site {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROOT = "/github";
    private static final Pattern REPOSITORY =
            Pattern.compile("/(?:repos/(?<name>[^/]+/[^/]+)|repositories/(?<id>\\d+))(?<rest>/.*)?");
    private static final Pattern ACCOUNT = Pattern.compile("/(?:users|orgs)/(?<login>[^/]+)");
    private static final Pattern RAW = Pattern.compile("/raw/(?<name>[^/]+/[^/]+)/[^/]+/(?<path>.+)");

    private final History history;
    private final RateLimits limits;
    private final GitHubJson json;
    private final CodeSearch search;
    private final RepositorySearch repositorySearch;

    GitHubSite(SampleCity city, History history, RateLimits limits) {
        this.history = history;
        this.limits = limits;
        this.json = new GitHubJson(city);
        this.search = new CodeSearch(history);
        this.repositorySearch = new RepositorySearch(history);
    }

    @Override
    public Answer answer(Request request) {
        var path = request.path().substring(ROOT.length());
        if (path.equals("/rate_limit")) {
            return limited(Answer.ok(Answer.JSON, rateLimit()), limits.state(Resource.CORE));
        }
        var budget = limits.take(resource(path));
        if (budget.overdrawn()) {
            return limited(problem(403, "API rate limit exceeded for this token."), budget);
        }
        var answer = switch (path) {
            case "/search/code" -> searchCode(request);
            case "/search/repositories" -> searchRepositories(request);
            default -> read(request, path);
        };
        return limited(answer, answer.status() == 304 ? limits.giveBack(budget.resource()) : budget);
    }

    private static Resource resource(String path) {
        if (path.equals("/search/code")) {
            return Resource.CODE_SEARCH;
        }
        return path.startsWith("/search/") ? Resource.SEARCH : Resource.CORE;
    }

    private static Answer limited(Answer answer, Budget budget) {
        return answer.with("X-RateLimit-Limit", String.valueOf(budget.limit()))
                .with("X-RateLimit-Remaining", String.valueOf(budget.remaining()))
                .with("X-RateLimit-Used", String.valueOf(budget.used()))
                .with("X-RateLimit-Reset", String.valueOf(budget.reset().getEpochSecond()))
                .with("X-RateLimit-Resource", budget.resource().label())
                .with("X-GitHub-Media-Type", "github.v3; format=json");
    }

    private String rateLimit() {
        var root = JSON.createObjectNode();
        var resources = root.putObject("resources");
        Arrays.stream(Resource.values()).forEach(resource -> {
            var budget = limits.state(resource);
            resources
                    .putObject(resource.label())
                    .put("limit", budget.limit())
                    .put("used", budget.used())
                    .put("remaining", budget.remaining())
                    .put("reset", budget.reset().getEpochSecond());
        });
        root.set("rate", resources.get("core").deepCopy());
        return root.toString();
    }

    private Answer searchCode(Request request) {
        if (request.header("Authorization").isEmpty()) {
            return problem(401, "Requires authentication");
        }
        var query = request.query("q", "");
        if (query.isBlank() || query.length() > 256) {
            return problem(422, "Validation Failed");
        }
        var hits = search.find(query);
        return page(request, hits.size(), (skip, most) -> json.searchResult(request.base() + ROOT, hits, skip, most));
    }

    /** Open to everybody, unlike the search of code. */
    private Answer searchRepositories(Request request) {
        var query = request.query("q", "");
        if (query.isBlank() || query.length() > 256) {
            return problem(422, "Validation Failed");
        }
        var found = repositorySearch.find(query);
        return page(
                request,
                found.size(),
                (skip, most) -> json.repositoriesFound(request.base() + ROOT, found, skip, most));
    }

    private static Answer page(Request request, int total, Leaf leaf) {
        int perPage = request.number("per_page", 30, 1, 100);
        int page = request.number("page", 1, 1, 1_000);
        var answer =
                Answer.ok(Answer.JSON, leaf.from((page - 1) * perPage, perPage)).with("Cache-Control", "no-cache");
        return Links.of(request, page, perPage, Math.min(total, CodeSearch.MOST))
                .map(links -> answer.with("Link", links))
                .orElse(answer);
    }

    private interface Leaf {
        String from(int skip, int most);
    }

    private Answer read(Request request, String path) {
        var raw = RAW.matcher(path);
        if (raw.matches()) {
            return byName(raw.group("name"))
                    .flatMap(found -> found.file(raw.group("path"))
                            .map(file -> Answer.ok(Answer.TEXT, file.text()).unlessKnown(request, pushedAt(found))))
                    .orElseGet(GitHubSite::missing);
        }
        var account = ACCOUNT.matcher(path);
        if (account.matches()) {
            return history.repositories().stream()
                    .filter(found -> found.login().equalsIgnoreCase(account.group("login")))
                    .findFirst()
                    .map(found -> Answer.ok(Answer.JSON, json.owner(request.base() + ROOT, found))
                            .unlessKnown(request, pushedAt(found)))
                    .orElseGet(GitHubSite::missing);
        }
        var asked = REPOSITORY.matcher(path);
        if (!asked.matches()) {
            return path.isEmpty() || path.equals("/") ? Answer.ok(Answer.JSON, "{}") : missing();
        }
        var repository =
                asked.group("name") != null ? byName(asked.group("name")) : byId(Long.parseLong(asked.group("id")));
        var rest = Optional.ofNullable(asked.group("rest")).orElse("");
        return repository
                .flatMap(found -> part(request.base() + ROOT, found, rest)
                        .map(body -> Answer.ok(Answer.JSON, body)
                                .with("Cache-Control", "private, max-age=60, s-maxage=60")
                                .unlessKnown(request, pushedAt(found))))
                .orElseGet(GitHubSite::missing);
    }

    private Optional<String> part(String base, CityRepository repository, String rest) {
        if (rest.isEmpty()) {
            return Optional.of(json.repository(base, repository));
        }
        if (rest.equals("/topics")) {
            return Optional.of(json.topics(repository));
        }
        if (rest.equals("/license")) {
            return repository.licence() == null ? Optional.empty() : Optional.of(json.licence(base, repository));
        }
        if (rest.equals("/readme")) {
            return repository.readme().map(file -> json.content(base, repository, file));
        }
        return rest.startsWith("/contents/")
                ? repository
                        .file(rest.substring("/contents/".length()))
                        .map(file -> json.content(base, repository, file))
                : Optional.empty();
    }

    private Optional<CityRepository> byName(String name) {
        return history.repositories().stream()
                .filter(found -> found.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private Optional<CityRepository> byId(long id) {
        return history.repositories().stream().filter(found -> found.id() == id).findFirst();
    }

    static Instant pushedAt(CityRepository repository) {
        return repository.pushedAt() == null
                ? Instant.EPOCH
                : OffsetDateTime.parse(repository.pushedAt()).toInstant();
    }

    private static Answer missing() {
        return problem(404, "Not Found");
    }

    private static Answer problem(int status, String message) {
        var body = JSON.createObjectNode()
                .put("message", message)
                .put("documentation_url", "https://docs.github.com/rest")
                .put("status", String.valueOf(status));
        return Answer.of(status, Answer.JSON, body.toString());
    }
}
