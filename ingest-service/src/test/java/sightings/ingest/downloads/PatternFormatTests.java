package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.ingest.downloads.Parsed.Reason;

/** Tests for {@link PatternFormat}, {@link PatternReader}, {@link Neighbours} and {@link TimePattern}. */
class PatternFormatTests {

    private static final Instant TIME = Instant.parse("2026-11-23T17:21:03Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%m %U%q %>s|GET /d/abcd-1234?a=b 200|/d/abcd-1234?a=b",
                "%m %>U%<q %>s|GET /d/abcd-1234?a=b 200|/d/abcd-1234?a=b",
                "%m %U %q %>s|GET /d/abcd-1234 ?a=b 200|/d/abcd-1234?a=b",
                "%m %U %q %>s|GET /d/abcd-1234  200|/d/abcd-1234",
                "%q %m %U %>s|?a=?b GET /d/abcd-1234 200|/d/abcd-1234?a=?b",
                "\"%r\" %q %>s|\"GET /d/abcd-1234?a=b HTTP/1.1\" ?a=b 200|/d/abcd-1234?a=b",
                "%m %U?%q %>s|GET /d/abcd-1234??a=b 200|/d/abcd-1234?a=b",
                "$request_method $uri$is_args$args $status|GET /d/abcd-1234?a=b 200|/d/abcd-1234?a=b",
                "$request_method $uri$is_args$args $status|GET /d/abcd-1234- 200|/d/abcd-1234",
                "$request_method $uri$is_args$args $status|GET /d/abcd-1234-- 200|/d/abcd-1234-",
                "$request_method $uri?$args $status|GET /d/abcd-1234?- 200|/d/abcd-1234",
                "$request_method $uri $args $status|GET /d/abcd-1234 a=b 200|/d/abcd-1234?a=b",
                "$request_method $request_uri $args $status|GET /d/abcd-1234?a=b a=b 200|/d/abcd-1234?a=b"
            })
    void putsPathAndQueryTogether(String pattern, String line, String target) {
        assertThat(line("[$time_iso8601] " + pattern, "[2026-11-23T18:21:03+01:00] " + line)
                        .target
                        .text())
                .isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://data.example.gov",
                "https://data.example.gov:8443",
                "http://[2001:db8::1]",
                "https://[2001:db8::1]:8443",
                "https://"
            })
    void readsPathAndQueryBehindTheServersName(String server) {
        var pattern = "$remote_addr [$time_iso8601] \"$request_method $scheme://$http_host$request_uri\" $status";
        var written = "192.0.2.7 [2026-11-23T18:21:03+01:00] \"GET " + server + "/d/abcd-1234?u=http://x/\\x22\" 200";
        assertThat(line(pattern, written).target.text()).isEqualTo("/d/abcd-1234?u=http://x/\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$scheme://$host:$server_port$request_uri|https://[2001:db8::1]:8443/d/abcd-1234?a=b",
                "$host$uri$is_args$args|data.example.gov/d/abcd-1234?a=b",
                "$map_to_host$request_uri|data.example.gov/d/abcd-1234?a=b",
                "%{c}V%U%q|data.example.gov/d/abcd-1234?a=b",
                "%v:%p%U%q|data.example.gov:443/d/abcd-1234?a=b",
                "%{X-Forwarded-Proto}i://%{Host}i%U%q|https://data.example.gov/d/abcd-1234?a=b",
                "https://%V%U %q|https://data.example.gov/d/abcd-1234 ?a=b"
            })
    void readsPathAndQueryBehindWhateverNamesAServer(String pattern, String written) {
        assertThat(line("%t %m " + pattern + " %>s", "[23/Nov/2026:18:21:03 +0100] GET " + written + " 200")
                        .target
                        .text())
                .isEqualTo("/d/abcd-1234?a=b");
    }

    @Test
    void leavesTheTargetOfARequestForTheServerItself() {
        var line = line("%t %m %V%U %>s", "[23/Nov/2026:18:21:03 +0100] OPTIONS data.example.gov* 200");
        assertThat(line.target.text()).isEqualTo("data.example.gov*");
    }

    @Test
    void undoesEscapesInTheMiddleOfAQuotedText() {
        var line = line("%t \"%m %U%q\" %>s", "[23/Nov/2026:18:21:03 +0100] \"GET /d/abcd-1234?q=\\\"a\\\"\" 200");
        assertThat(line.target.text()).isEqualTo("/d/abcd-1234?q=\"a\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%{%Y-%m-%dT%H:%M:%S}t.%{msec_frac}t%{%z}t|2026-11-23T18:21:03.123+0100",
                "%{%Y-%m-%dT%H:%M:%S}t.%{usec_frac}t|2026-11-23T17:21:03.123456",
                "%{%Y-%m-%dT%H:%M:%S}t.%{msec_frac}tZ|2026-11-23T17:21:03.123Z",
                "%{%FT%T%z}t|2026-11-23T18:21:03+0100",
                "[%{%d/%b/%Y:%T}t.%{msec_frac}t %{%z}t]|[23/Nov/2026:18:21:03.123 +0100]",
                "[%{begin:%d/%b/%Y:%T}t.%{begin:msec_frac}t %{begin:%z}t]|[23/Nov/2026:18:21:03.123 +0100]",
                "%{%d/%b/%Y %T}t|23/Nov/2026 17:21:03",
                "%{%F}t %{%T %Z}t|2026-11-23 11:21:03 CST",
                "%{%a %d %B %y %I:%M:%S %p %z}t|Mon 23 November 26 06:21:03 PM +0100",
                "%{%D %r}t|11/23/26 05:21:03 pm",
                "%{%c}t|Mon Nov 23 17:21:03 2026",
                "%{%A, %d-%b-%Y %k:%M:%S}t|Monday, 23-Nov-2026 17:21:03",
                "%{%Y%m%d%H%M%S}t|20261123172103",
                "%{sec}t|1795454463",
                "%{%s}t|1795454463",
                "%{msec}t|1795454463999",
                "%{usec}t|1795454463999999",
                "%{sec}t.%{msec_frac}t|1795454463.999"
            })
    void readsTimesAsTheyAreCommonlyWritten(String pattern, String written) {
        var line = line("%h " + pattern + " \"%r\" %>s", "192.0.2.7 " + written + " \"GET /d/abcd-1234 HTTP/1.1\" 200");
        assertThat(line.time()).isEqualTo(TIME);
        assertThat(line.target.text()).isEqualTo("/d/abcd-1234");
    }

    @Test
    void readsDaysThatHaveASpaceForAZero() {
        assertThat(line("%{%c}t \"%r\" %>s", "Sun Nov  1 17:21:03 2026 \"GET / HTTP/1.1\" 200")
                        .time())
                .isEqualTo(Instant.parse("2026-11-01T17:21:03Z"));
    }

    @Test
    void readsTheUsualTimeWithoutBracketsAndBesideAPartOfASecond() {
        assertThat(line("$time_local \"$request\" $status", "23/Nov/2026:18:21:03 +0100 \"GET / HTTP/1.1\" 200")
                        .time())
                .isEqualTo(TIME);
        assertThat(line("%t %{msec_frac}t \"%r\" %>s", "[23/Nov/2026:18:21:03 +0100] 123 \"GET / HTTP/1.1\" 200")
                        .time())
                .isEqualTo(TIME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%{%F %T}t|2026-11-23 18:2|TRUNCATED",
                "%{%F %T}t|2026-11-31 18:21:03|BAD_DATE",
                "%{%F %T}t|2026-11-23 24:21:03|BAD_DATE",
                "%{%F %T}t|23/11/2026 18:21:03|BAD_DATE",
                "%{%F %T %Z}t|2026-11-23 18:21:03 XYZ|BAD_DATE",
                "%{%d/%b/%Y %T}t|23/Mai/2026 18:21:03|BAD_DATE",
                "%{%F %T %z}t|2026-11-23 18:21:03 +9900|BAD_DATE"
            })
    void saysWhyATimeIsRejected(String pattern, String written, Reason reason) {
        var tail = reason == Reason.TRUNCATED ? "" : " \"GET / HTTP/1.1\" 200";
        assertThat(parse(new PatternFormat("pattern", pattern + " \"%r\" %>s"), written + tail))
                .isEqualTo(Parsed.Rejected.of(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%h%l %t \"%r\" %>s|%h and %l stand side by side, so nobody can tell where one ends",
                "%t %r %{Referer}i%{User-Agent}i %>s|%{Referer}i and %{User-Agent}i stand side by side",
                "%t %m %u%U %>s|%u and %U stand side by side",
                "%t %m $uri$args $status|$uri and $args stand side by side",
                "%h%{%F %T}t %r %>s|%h and %{%F %T}t stand side by side",
                "%h %l \"%r\" %>s|it has no time (%t,",
                "%{%F}t %r %>s|it has no time",
                "%{%F %H:%M}t %r %>s|it has no time",
                "%{%x %X}t %r %>s|it has no time",
                "%t %U %>s|it has no request (%r,",
                "%t %r|it has no status (%>s,",
                "%h %l|it has no time (%t, $time_local, $time_iso8601, or in %{...}t a day and a time of day with its seconds) and no request"
            })
    void refusesWhatCannotBeReadAndSaysWhy(String pattern, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatternReader.read(pattern))
                .withMessageStartingWith("The log format " + pattern + " cannot be read: ")
                .withMessageContaining(why);
    }

    @Test
    void readsFieldsSideBySideOfWhichNothingIsWanted() {
        assertThat(line("%t %{ETag}o%{Foo}^ti \"%r\" %>s", "[23/Nov/2026:18:21:03 +0100] ab \"GET / HTTP/1.1\" 200")
                        .status)
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {20261123, 1, 2})
    void survivesWhateverBytesItGets(long seed) {
        var random = new Random(seed);
        var format = new PatternFormat(
                "pattern", "%h %{%a %d %B %y %I:%M:%S %p %Z}t.%{msec_frac}t %{sec}t \"%m %{Host}i%U%q\" %>s");
        var good =
                "192.0.2.7 Mon 23 November 26 06:21:03 PM UTC.123 1795454463 \"GET data.example.gov/d/abcd-1234?a\" 200";
        assertThat(parse(format, good)).isInstanceOf(Parsed.Line.class);
        for (int turn = 0; turn < 10_000; turn++) {
            var bytes = good.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(format.parse(bytes, 0, random.nextInt(bytes.length + 1)))
                    .as("seed %d, turn %d", seed, turn)
                    .isNotNull();
        }
    }

    private static LogLine line(String pattern, String text) {
        var parsed = parse(new PatternFormat("pattern", pattern), text);
        assertThat(parsed).isInstanceOf(Parsed.Line.class);
        return ((Parsed.Line) parsed).line();
    }

    private static Parsed parse(LogFormat format, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return format.parse(bytes, 0, bytes.length);
    }
}
