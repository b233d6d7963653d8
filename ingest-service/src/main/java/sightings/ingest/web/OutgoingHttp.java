package sightings.ingest.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.FetchResult.Failed;
import sightings.ingest.web.FetchResult.Fetched;
import sightings.ingest.web.FetchResult.NotModified;
import sightings.ingest.web.FetchResult.Refused;
import sightings.ingest.web.FetchResult.TooMany;

/**
 * The one way out. It names itself, asks http and https only, public addresses only (unless a host is allowed by name),
 * checks each address as it connects and at each redirect, and caps size and time. It never sends cookies, never takes a
 * credential along to another host, and never retries by itself.
 */
public final class OutgoingHttp implements AutoCloseable {

    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Set<String> allowedHosts;
    private final InstantSource clock;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    /**
     * @param userAgent our name, with where to reach us
     * @param allowedHosts hosts that may be asked although their addresses are not public
     * @param clock for Retry-After with a date
     */
    public OutgoingHttp(String userAgent, List<String> allowedHosts, InstantSource clock) {
        this(userAgent, allowedHosts, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    OutgoingHttp(String userAgent, List<String> allowedHosts, InstantSource clock, DnsResolver names) {
        this.clock = clock;
        this.allowedHosts = new HashSet<>();
        allowedHosts.forEach(host -> this.allowedHosts.add(host.strip().toLowerCase(Locale.ROOT)));
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(names, this.allowedHosts))
                .setMaxConnTotal(20)
                .setMaxConnPerRoute(4)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(10))
                        .setSocketTimeout(Timeout.ofSeconds(20))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(10))
                        .setResponseTimeout(Timeout.ofSeconds(20))
                        .build())
                .build();
        deadlines = new ScheduledThreadPoolExecutor(
                1,
                task -> Thread.ofPlatform().name("outgoing-deadlines").daemon().unstarted(task));
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Gets the whole body. */
    public FetchResult<byte[]> fetch(FetchRequest request) {
        return fetch(request, InputStream::readAllBytes);
    }

    /** Gets the body as the reader makes it of the stream. The reader sees only bodies of success. */
    public <T> FetchResult<T> fetch(FetchRequest request, BodyReader<T> reader) {
        try {
            Answer<@Nullable T> answer = follow(request, reader);
            T body = answer.body();
            if (body != null) {
                return new Fetched<>(new Answer<T>(answer.address(), answer.status(), answer.headers(), body));
            }
            return withoutBody(answer);
        } catch (RefusedException e) {
            return new Refused<>(message(e));
        } catch (UnknownHostException e) {
            return new Failed<>("the name " + request.address().getHost() + " is not known", 0);
        } catch (IOException e) {
            return new Failed<>(message(e), 0);
        }
    }

    /**
     * Gets status, headers and body whatever the status is, for APIs that say in the body of an error what is wrong.
     *
     * @throws RefusedException where the address may not be asked
     * @throws IOException where there is no answer, or one beyond the caps
     */
    public Answer<byte[]> exchange(FetchRequest request) throws IOException {
        return withRedirects(request, response -> {
            var entity = response.getEntity();
            return entity == null ? new byte[0] : whole(entity.getContent(), request.maxBytes());
        });
    }

    private <T> Answer<@Nullable T> follow(FetchRequest request, BodyReader<T> reader) throws IOException {
        return withRedirects(request, response -> {
            var entity = response.getEntity();
            if (response.getCode() / 100 != 2 || entity == null) {
                return null;
            }
            return reader.read(new CappedStream(entity.getContent(), request.maxBytes()));
        });
    }

    private <T> FetchResult<T> withoutBody(Answer<?> answer) {
        if (answer.status() == 304) {
            return new NotModified<>();
        }
        var retryAfter = retryAfter(answer);
        if (answer.status() == 429 || answer.status() == 503 && retryAfter != null) {
            return new TooMany<>(retryAfter);
        }
        return new Failed<>(
                answer.status() / 100 == 2 ? "an empty answer" : "HTTP status " + answer.status(), answer.status());
    }

    private <T extends @Nullable Object> Answer<T> withRedirects(FetchRequest first, ResponseReader<T> reader)
            throws IOException {
        var request = first;
        var end = System.nanoTime() + first.maxTime().toNanos();
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Hop<T> answered = once(request, reader, end);
            if (answered instanceof Hop.Arrived<T>(Answer<T> answer)) {
                return answer;
            }
            if (answered instanceof Hop.Onward<T>(URI target)) {
                var sameHost = sameOrigin(target, request.address());
                request = sameHost ? request.at(target) : request.at(target).without("Authorization");
            }
        }
        throw new RefusedException("more than " + MAX_REDIRECTS + " redirects");
    }

    private <T extends @Nullable Object> Hop<T> once(FetchRequest request, ResponseReader<T> reader, long end)
            throws IOException {
        var address = request.address();
        check(address);
        var get = new HttpGet(address);
        request.headers().forEach(get::setHeader);
        if (request.validators().etag() != null) {
            get.setHeader("If-None-Match", request.validators().etag());
        }
        if (request.validators().lastModified() != null) {
            get.setHeader("If-Modified-Since", request.validators().lastModified());
        }
        var deadline = deadlines.schedule(get::cancel, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        ClassicHttpResponse response = null;
        boolean readToTheEnd = false;
        try {
            response = client.executeOpen(null, get, null);
            var target = redirectOf(response, address);
            if (target != null) {
                return new Hop.Onward<>(target);
            }
            var headers = headers(response);
            T body = reader.read(response);
            readToTheEnd = body != null;
            return new Hop.Arrived<>(new Answer<>(address, response.getCode(), headers, body));
        } catch (IOException | RuntimeException e) {
            if (System.nanoTime() >= end) {
                throw new IOException("not done within " + request.maxTime().toSeconds() + " s", e);
            }
            throw e instanceof IOException known ? known : new IOException(message(e), e);
        } finally {
            deadline.cancel(false);
            if (!readToTheEnd) {
                // Closing would read on to the end of a body that nobody wants, however long it is.
                get.cancel();
            }
            closeQuietly(response);
        }
    }

    private static void closeQuietly(@Nullable ClassicHttpResponse response) {
        try {
            if (response != null) {
                response.close();
            }
        } catch (IOException e) {
            // The connection was cut on purpose; what was read of it is not in doubt.
        }
    }

    private static void check(URI address) throws RefusedException {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new RefusedException("only http and https are asked, not " + (scheme.isEmpty() ? "this" : scheme));
        }
        if (address.getHost() == null) {
            throw new RefusedException("an address without a host");
        }
        if (address.getRawUserInfo() != null) {
            throw new RefusedException("an address with a user name or password in it");
        }
    }

    private static @Nullable URI redirectOf(ClassicHttpResponse response, URI from) throws IOException {
        Header location = response.getFirstHeader("Location");
        if (!REDIRECTS.contains(response.getCode()) || location == null) {
            return null;
        }
        try {
            return Addresses.resolve(from, location.getValue());
        } catch (IllegalArgumentException e) {
            throw new IOException("a redirect to something that is no address", e);
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        var headers = new HashMap<String, List<String>>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        // The body is handed on decompressed, so what described it on the wire would mislead.
        headers.remove("content-encoding");
        headers.remove("content-length");
        return headers;
    }

    private @Nullable Duration retryAfter(Answer<?> answer) {
        return answer.header("retry-after")
                .map(value -> retryAfter(value.strip(), answer.header("date").orElse(null)))
                .orElse(null);
    }

    private @Nullable Duration retryAfter(String value, @Nullable String serverDate) {
        if (!value.isEmpty() && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        var until = httpDate(value);
        // The server's own clock decides where it tells it: ours may be off.
        var now = serverDate == null ? null : httpDate(serverDate);
        var wait = until == null ? null : Duration.between(now == null ? clock.instant() : now, until);
        return wait == null ? null : wait.isNegative() ? Duration.ZERO : wait;
    }

    private static @Nullable Instant httpDate(String value) {
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static byte[] whole(InputStream in, long cap) throws IOException {
        var out = new ByteArrayOutputStream();
        new CappedStream(in, cap).transferTo(out);
        return out.toByteArray();
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Lets go of all connections. */
    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    private sealed interface Hop<T extends @Nullable Object> {
        record Arrived<T extends @Nullable Object>(Answer<T> answer) implements Hop<T> {}

        record Onward<T extends @Nullable Object>(URI target) implements Hop<T> {}
    }

    private interface ResponseReader<T extends @Nullable Object> {
        T read(ClassicHttpResponse response) throws IOException;
    }
}
