package sightings.ingest.github;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.Answer;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.Validators;

/**
 * Asks the few questions that the watcher has of GitHub's REST API, each only when the {@link Gate} lets it pass. Each
 * question may end in a {@link LimitException}, and in a {@link StatusException} where GitHub is not itself.
 */
final class GitHubApi {

    private static final long MAX_BYTES = 16L * 1024 * 1024;
    private static final Duration MAX_TIME = Duration.ofSeconds(60);

    /** The way out, so that tests can stand in for all of GitHub. */
    @FunctionalInterface
    interface Transport {
        /** @throws IOException where there is no answer */
        Answer<byte[]> exchange(FetchRequest request) throws IOException;
    }

    private final Transport transport;
    private final String api;
    private final String token;
    private final Gate gate;

    GitHubApi(Transport transport, String api, String token, Gate gate) {
        this.transport = transport;
        this.api = api;
        this.token = token;
        this.gate = gate;
    }

    /** One page of this slice's results. */
    Reply search(Slice slice, int page) throws IOException {
        // What is found has to be read as well: a search whose results must wait is better asked later.
        gate.check(Resource.CORE);
        var address =
                api + slice.kind().path() + "?q=" + encode(slice.query()) + "&per_page=" + Sweep.PAGE + "&page=" + page;
        return ask(slice.kind() == Slice.Kind.CODE ? Resource.CODE_SEARCH : Resource.SEARCH, address, null);
    }

    /** The facts of a repository, which keeps its number wherever it moves to. */
    Reply repository(long id, @Nullable String etag) throws IOException {
        return ask(Resource.CORE, api + "/repositories/" + id, etag);
    }

    /** A file on the default branch, with its content. */
    Reply file(long id, String path, @Nullable String etag) throws IOException {
        return ask(Resource.CORE, api + "/repositories/" + id + "/contents/" + encodePath(path), etag);
    }

    /** The README on the default branch, whatever it is called there. */
    Reply readme(long id) throws IOException {
        return ask(Resource.CORE, api + "/repositories/" + id + "/readme", null);
    }

    private Reply ask(Resource resource, String address, @Nullable String etag) throws IOException {
        gate.pass(resource);
        var request = FetchRequest.of(URI.create(address))
                .with("Accept", "application/vnd.github+json")
                .with("X-GitHub-Api-Version", "2022-11-28")
                .ifChangedSince(new Validators(etag, null))
                .within(MAX_BYTES, MAX_TIME);
        var answer = transport.exchange(token.isEmpty() ? request : request.with("Authorization", "Bearer " + token));
        gate.learn(resource, answer);
        return switch (answer.status()) {
            case 200 -> new Reply.Found(answer.body(), answer.header("etag").orElse(null));
            case 304 -> new Reply.Unchanged();
            case 403, 404, 409, 410, 451 -> new Reply.Missing(answer.status());
            case 400, 422 -> new Reply.Refused(answer.status());
            default -> throw new StatusException(answer.status());
        };
    }

    /** The path as it stands in addresses. */
    static String encodePath(String path) {
        var encoded = new StringBuilder();
        for (String segment : path.split("/")) {
            encoded.append(encoded.isEmpty() ? "" : "/").append(encode(segment));
        }
        return encoded.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
