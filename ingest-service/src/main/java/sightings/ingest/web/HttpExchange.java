package sightings.ingest.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
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

/** Asks one address once and follows nothing. What has not ended at its deadline is cut off. */
final class HttpExchange implements AutoCloseable {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** What came of asking once. */
    sealed interface Hop<T extends @Nullable Object> {

        /** The server answered. */
        record Arrived<T extends @Nullable Object>(Answer<T> answer) implements Hop<T> {}

        /** The server knows another address, for good or for now. */
        record Onward<T extends @Nullable Object>(URI target, boolean permanent) implements Hop<T> {}
    }

    /** Makes something of a response, which may be without a body. */
    interface ResponseReader<T extends @Nullable Object> {
        T read(Head head, @Nullable InputStream body) throws IOException;
    }

    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    HttpExchange(String userAgent, DnsResolver names) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
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

    /**
     * Asks once.
     *
     * @param lasting where what was asked for is for good, as far as is known by now
     * @param end when the exchange is cut off, as {@link System#nanoTime}
     */
    <T extends @Nullable Object> Hop<T> once(FetchRequest request, URI lasting, ResponseReader<T> reader, long end)
            throws IOException {
        var address = request.address();
        AddressCheck.check(address);
        var get = get(request);
        var deadline = deadlines.schedule(get::cancel, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        ClassicHttpResponse response = null;
        boolean readToTheEnd = false;
        try {
            response = client.executeOpen(null, get, null);
            var target = redirectOf(response, address);
            if (target != null) {
                return new Hop.Onward<>(target, response.getCode() == 301 || response.getCode() == 308);
            }
            var head = new Head(address, lasting, response.getCode(), headers(response));
            var stream = body(response, request.maxBytes());
            T body = reader.read(head, stream);
            readToTheEnd = stream == null || stream.atItsEnd();
            return new Hop.Arrived<>(new Answer<>(head, body));
        } catch (IOException | RuntimeException e) {
            if (System.nanoTime() >= end) {
                throw new IOException("not done within " + request.maxTime().toSeconds() + " s", e);
            }
            throw e instanceof IOException known ? known : new IOException(OutgoingHttp.message(e), e);
        } finally {
            deadline.cancel(false);
            if (!readToTheEnd) {
                // Closing would read on to the end of a body that nobody wants, however long it is.
                get.cancel();
            }
            closeQuietly(response);
        }
    }

    private static HttpGet get(FetchRequest request) {
        var get = new HttpGet(request.address());
        request.headers().forEach(get::setHeader);
        if (request.validators().etag() != null) {
            get.setHeader("If-None-Match", request.validators().etag());
        }
        if (request.validators().lastModified() != null) {
            get.setHeader("If-Modified-Since", request.validators().lastModified());
        }
        return get;
    }

    private static @Nullable CappedStream body(ClassicHttpResponse response, long cap) throws IOException {
        var entity = response.getEntity();
        return entity == null ? null : new CappedStream(entity.getContent(), cap);
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

    /** Lets go of all connections. */
    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
