package sightings.ingest.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.FetchResult.Failed;
import sightings.ingest.web.FetchResult.Fetched;
import sightings.ingest.web.FetchResult.NotModified;
import sightings.ingest.web.FetchResult.Refused;
import sightings.ingest.web.FetchResult.TooMany;
import sightings.ingest.web.HttpExchange.Hop;
import sightings.ingest.web.HttpExchange.ResponseReader;

/**
 * The one way out. It names itself, asks http and https only, public addresses only (unless a host is allowed by name),
 * checks each address as it connects and at each redirect, and caps size and time. It never sends cookies, never takes a
 * credential along to another host, and never retries by itself.
 */
public final class OutgoingHttp implements AutoCloseable {

    private static final int MAX_REDIRECTS = 5;

    private final InstantSource clock;
    private final HttpExchange exchange;

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
        var allowed = new HashSet<String>();
        allowedHosts.forEach(host -> allowed.add(host.strip().toLowerCase(Locale.ROOT)));
        exchange = new HttpExchange(userAgent, new GuardedResolver(names, allowed));
    }

    /** Gets the whole body. */
    public FetchResult<byte[]> fetch(FetchRequest request) {
        return fetch(request, InputStream::readAllBytes);
    }

    /** Gets the body as the reader makes it of the stream. The reader sees only bodies of success. */
    public <T> FetchResult<T> fetch(FetchRequest request, BodyReader<T> reader) {
        return stream(request, (_, body) -> reader.read(body));
    }

    /** Gets the body as the reader makes it of the stream and of what the server said before. */
    public <T> FetchResult<T> stream(FetchRequest request, AnswerReader<T> reader) {
        try {
            Answer<@Nullable T> answer = successOf(request, reader);
            T body = answer.body();
            return body != null ? new Fetched<>(new Answer<T>(answer.head(), body)) : withoutBody(answer.head());
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
        return withRedirects(request, (_, body) -> body == null ? new byte[0] : body.readAllBytes());
    }

    private <T> Answer<@Nullable T> successOf(FetchRequest request, AnswerReader<T> reader) throws IOException {
        return withRedirects(
                request, (head, body) -> head.status() / 100 != 2 || body == null ? null : reader.read(head, body));
    }

    private <T> FetchResult<T> withoutBody(Head head) {
        if (head.status() == 304) {
            return new NotModified<>(head);
        }
        var retryAfter = RetryAfter.of(head, clock.instant());
        if (head.status() == 429 || head.status() == 503 && retryAfter != null) {
            return new TooMany<>(retryAfter);
        }
        return new Failed<>(
                head.status() / 100 == 2 ? "an empty answer" : "HTTP status " + head.status(), head.status());
    }

    private <T extends @Nullable Object> Answer<T> withRedirects(FetchRequest first, ResponseReader<T> reader)
            throws IOException {
        var request = first;
        var lasting = first.address();
        boolean permanent = true;
        var end = System.nanoTime() + first.maxTime().toNanos();
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Hop<T> answered = exchange.once(request, lasting, reader, end);
            if (answered instanceof Hop.Arrived<T>(Answer<T> answer)) {
                return answer;
            }
            if (answered instanceof Hop.Onward<T>(URI target, boolean forGood)) {
                if (!request.onward().test(target)) {
                    throw new RefusedException("the request may not be sent on to " + target.getHost());
                }
                permanent &= forGood;
                lasting = permanent ? target : lasting;
                var sameHost = sameOrigin(target, request.address());
                request = sameHost ? request.at(target) : request.at(target).without("Authorization");
            }
        }
        throw new RefusedException("more than " + MAX_REDIRECTS + " redirects");
    }

    private static boolean sameOrigin(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    static String message(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Lets go of all connections. */
    @Override
    public void close() throws IOException {
        exchange.close();
    }
}
