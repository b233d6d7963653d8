package sightings.ingest.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;
import sightings.ingest.web.Answer;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.OutgoingHttp;

/**
 * Lets github-api go out through our one client, and turns each of GitHub's limits, as it shows them, into a
 * {@link LimitException}: the library would put the thread to sleep, and nobody would know why.
 */
final class SafeConnector implements GitHubConnector {

    private static final long MAX_BYTES = 16L * 1024 * 1024;
    private static final Duration MAX_TIME = Duration.ofSeconds(60);
    /** GitHub's advice where a secondary limit does not say how long. */
    private static final Duration SECONDARY = Duration.ofSeconds(61);

    private final OutgoingHttp http;
    private final CodeSearchBudget codeSearch;
    private final InstantSource clock;

    SafeConnector(OutgoingHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
        this.codeSearch = new CodeSearchBudget(System::nanoTime);
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        if (!request.method().equals("GET")) {
            throw new IOException("Only GET is sent to GitHub, not " + request.method());
        }
        var headers = new HashMap<String, String>();
        request.allHeaders().forEach((name, values) -> {
            if (name != null && !values.isEmpty() && !name.equalsIgnoreCase("Accept-Encoding")) {
                headers.put(name, values.getFirst());
            }
        });
        headers.remove("User-Agent");
        var answer = get(URI.create(request.url().toString()), headers);
        return new GitHubConnectorResponse.ByteArrayResponse(request, answer.status(), answer.headers()) {
            @Override
            protected InputStream rawBodyStream() {
                return new ByteArrayInputStream(answer.body());
            }
        };
    }

    /** Asks, once the limits allow it. */
    Answer<byte[]> get(URI address, Map<String, String> headers) throws IOException {
        boolean search = address.getPath().endsWith("/search/code");
        if (search) {
            var pause = codeSearch.pause();
            if (pause.isPresent()) {
                throw new LimitException("code search", pause.get());
            }
            codeSearch.spend();
        }
        var answer = http.exchange(FetchRequest.of(address).withAll(headers).within(MAX_BYTES, MAX_TIME));
        if (search) {
            learn(answer);
        }
        refuseLimits(answer);
        return answer;
    }

    private void learn(Answer<byte[]> answer) {
        var limit = number(answer, "x-ratelimit-limit");
        var remaining = number(answer, "x-ratelimit-remaining");
        var reset = number(answer, "x-ratelimit-reset");
        if (limit != null && remaining != null && reset != null) {
            codeSearch.learn(limit.intValue(), remaining.intValue(), until(Instant.ofEpochSecond(reset), answer));
        }
    }

    private void refuseLimits(Answer<byte[]> answer) throws LimitException {
        if (answer.status() != 403 && answer.status() != 429) {
            return;
        }
        var retryAfter = answer.header("retry-after").orElse(null);
        if (retryAfter != null) {
            throw new LimitException("requests in a short time", pause(retryAfter, answer));
        }
        var remaining = number(answer, "x-ratelimit-remaining");
        var reset = number(answer, "x-ratelimit-reset");
        if (remaining != null && remaining == 0 && reset != null) {
            throw new LimitException(
                    answer.header("x-ratelimit-resource").orElse("core").replace('_', ' '),
                    until(Instant.ofEpochSecond(reset), answer));
        }
        var body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() == 429
                || answer.header("gh-limited-by").isPresent()
                || body.contains("secondary rate limit")
                || body.contains("abuse detection")) {
            throw new LimitException("requests in a short time", SECONDARY);
        }
    }

    private Duration pause(String retryAfter, Answer<byte[]> answer) {
        try {
            return Duration.ofSeconds(Math.clamp(Long.parseLong(retryAfter.strip()), 1, 86_400));
        } catch (NumberFormatException notSeconds) {
            var until = date(retryAfter);
            return until == null ? SECONDARY : until(until, answer);
        }
    }

    /** How long until then by GitHub's own clock, where it tells it: ours may be off. */
    private Duration until(Instant then, Answer<byte[]> answer) {
        var server = date(answer.header("date").orElse(""));
        var wait = Duration.between(server == null ? clock.instant() : server, then)
                .plusSeconds(1);
        return wait.isNegative() ? Duration.ofSeconds(1) : wait;
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Long number(Answer<byte[]> answer, String header) {
        try {
            return answer.header(header).map(String::strip).map(Long::valueOf).orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
