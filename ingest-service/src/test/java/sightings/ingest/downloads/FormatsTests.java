package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.ingest.downloads.Parsed.Reason;

/** Tests for all formats: each reads its server's line to the same facts, and is found from the line alone. */
class FormatsTests {

    private static final Path LOGS = Path.of(System.getProperty("sightings.data", "../../shared/data"), "logs");
    private static final Instant TIME = Instant.parse("2026-11-23T17:21:03Z");
    private static final String COMBINED =
            "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"GET /d/abcd-1234?a=b HTTP/1.1\" 200 512 \"https://example.org/\" \"curl/8.5.0\"";
    private static final String CADDY = """
            {"level":"info","ts":1795454463.52,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"10.0.0.1","client_ip":"192.0.2.7","proto":"HTTP/2.0","method":"GET","host":"data.example.gov","uri":"/d/abcd-1234?a=b","headers":{"User-Agent":["curl/8.5.0"],"Referer":["https://example.org/"],"Accept":["*/*","text/csv"]}},"bytes_read":0,"duration":0.001,"size":512,"status":200,"resp_headers":{"Server":["Caddy"]}}""";
    private static final String TRAEFIK = """
            {"ClientAddr":"192.0.2.7:50112","ClientHost":"192.0.2.7","DownstreamStatus":200,"Duration":1201,"RequestMethod":"GET","RequestPath":"/d/abcd-1234?a=b","RequestProtocol":"HTTP/1.1","StartUTC":"2026-11-23T17:21:03.123456789Z","request_User-Agent":"curl/8.5.0","request_Referer":"https://example.org/","time":"2026-11-23T17:21:03Z"}""";
    private static final String NGINX_JSON = """
            {"time_iso8601":"2026-11-23T18:21:03+01:00","remote_addr":"192.0.2.7","request":"GET /d/abcd-1234?a=b HTTP/1.1","status":"200","body_bytes_sent":"512","http_referer":"https://example.org/","http_user_agent":"curl/8.5.0"}""";
    private static final String IIS = """
            #Software: Microsoft Internet Information Services 10.0
            #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus
            2026-11-23 17:21:03 10.0.0.1 GET /d/abcd-1234 a=b 443 - 192.0.2.7 curl/8.5.0 https://example.org/ 200 0""";
    private static final String CLOUDFRONT = """
            #Version: 1.0
            #Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query
            2026-11-23\t17:21:03\tFRA56-P1\t512\t192.0.2.7\tGET\tabc.cloudfront.net\t/d/abcd-1234\t200\thttps://example.org/\tcurl/8.5.0\ta=b""";

    @ParameterizedTest
    @CsvSource({
        "combined",
        "vhost",
        "vhost-port",
        "forwarded",
        "forwarded-first",
        "caddy",
        "traefik",
        "nginx-json",
        "iis",
        "cloudfront"
    })
    void findsTheFormatAndReadsTheSameFacts(String server) {
        var bytes = text(server).getBytes(StandardCharsets.UTF_8);
        var line = last(Formats.find(bytes, bytes.length), text(server));
        assertThat(line.address.text()).isEqualTo("192.0.2.7");
        assertThat(line.time()).isEqualTo(TIME);
        assertThat(line.method.text()).isEqualTo("GET");
        assertThat(line.target.text()).isEqualTo("/d/abcd-1234?a=b");
        assertThat(line.status).isEqualTo(200);
        assertThat(line.agent.text()).isEqualTo("curl/8.5.0");
        assertThat(line.referrer.text()).isEqualTo("https://example.org/");
    }

    private static String text(String server) {
        return switch (server) {
            case "vhost" -> "data.example.gov " + COMBINED;
            case "vhost-port" -> "data.example.gov:443 " + COMBINED;
            case "forwarded" -> COMBINED.replace("192.0.2.7", "10.0.0.1") + " \"192.0.2.7, 10.0.0.9\"";
            case "forwarded-first" -> COMBINED.replace("192.0.2.7", "192.0.2.7, 10.0.0.9");
            case "caddy" -> CADDY;
            case "traefik" -> TRAEFIK;
            case "nginx-json" -> NGINX_JSON;
            case "iis" -> IIS;
            case "cloudfront" -> CLOUDFRONT;
            default -> COMBINED;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\"",
                "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\" \"$http_user_agent\""
            })
    void readsPatternsOfServersSettings(String pattern) {
        var line = last(Formats.named(pattern), COMBINED);
        assertThat(line.address.text()).isEqualTo("192.0.2.7");
        assertThat(line.time()).isEqualTo(TIME);
        assertThat(line.target.text()).isEqualTo("/d/abcd-1234?a=b");
        assertThat(line.agent.text()).isEqualTo("curl/8.5.0");
    }

    @Test
    void readsPatternsWithMethodPathAndQueryApart() {
        var line = last(
                Formats.named("%{%Y-%m-%dT%H:%M:%S%z}t|%a|%m|%U%q|%>s|%{User-Agent}i"),
                "2026-11-23T18:21:03+0100|2001:db8::7|GET|/d/abcd-1234?a=b|304|an agent");
        assertThat(line.time()).isEqualTo(TIME);
        assertThat(line.target.text()).isEqualTo("/d/abcd-1234?a=b");
        assertThat(line.status).isEqualTo(304);
        assertThat(line.address.text()).isEqualTo("2001:db8::7");
    }

    @Test
    void readsEscapedQuotesInPatterns() {
        var line = last(Formats.named("vhost"), "h " + COMBINED.replace("curl/8.5.0", "a \\\"quoted\\\" \\x41gent"));
        assertThat(line.agent.text()).isEqualTo("a \"quoted\" Agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-format", "%h %t", "%h%l %t \"%r\" %>s"})
    void refusesFormatsThatCannotBeRead(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Formats.named(name));
    }

    @Test
    void readsCounterLogsByTheirColumns() {
        var line = last(
                Formats.named("counter"),
                "2018-05-01T00:14:52-07:00\t192.0.2.7\t-\tcookie\t-\thttp://e.org/stash/x\tdoi:10.7280/D1\t-\t-\tMozilla/5.0\tT\tP\tg\tA\t2016\t1\t-\thttp://e.org\t2016");
        assertThat(line.dataset.text()).isEqualTo("doi:10.7280/D1");
        assertThat(line.identity.text()).isEqualTo("cookie");
        assertThat(line.time()).isEqualTo(Instant.parse("2018-05-01T07:14:52Z"));
        assertThat(line.agent.text()).isEqualTo("Mozilla/5.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w3c|2026-11-23 17:21:03 10.0.0.1 GET /|NOT_THIS_FORMAT",
                "json|[]|NOT_THIS_FORMAT",
                "json|{\"status\":200}|BAD_DATE",
                "json|{\"ts\":1795454463,\"status\":200,\"uri\":\"/\"}|BAD_REQUEST",
                "json|{\"ts\":1795454463,\"status\":20|TRUNCATED",
                "json|{\"ts\":1795454463,\"status\":\"x\",\"method\":\"GET\",\"uri\":\"/\"}|BAD_STATUS",
                "vhost|data.example.gov 192.0.2.7 - - [23/Nov/2026:18:21|TRUNCATED",
                "counter|2018-05-01T00:14:52-07:00|TRUNCATED"
            })
    void saysWhyALineIsRejected(String format, String line, Reason reason) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(Formats.named(format).parse(bytes, 0, bytes.length)).isEqualTo(Parsed.Rejected.of(reason));
    }

    @ParameterizedTest
    @ValueSource(longs = {20261123, 1, 2})
    void survivesWhateverBytesItGets(long seed) {
        var random = new Random(seed);
        for (var server :
                new String[] {"vhost", "forwarded", "forwarded-first", "caddy", "traefik", "iis", "cloudfront"}) {
            var all = text(server).getBytes(StandardCharsets.UTF_8);
            var format = Formats.find(all, all.length);
            last(format, text(server));
            var text = text(server).substring(text(server).lastIndexOf('\n') + 1);
            for (int turn = 0; turn < 3_000; turn++) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                for (int i = random.nextInt(6); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                assertThat(format.parse(bytes, 0, random.nextInt(bytes.length + 1)))
                        .as("%s, seed %d, turn %d", server, seed, turn)
                        .isNotNull();
            }
        }
    }

    private static final String COUNTER =
            "2018-05-01T00:14:52-07:00\t192.0.2.7\t-\tcookie\t-\thttp://e.org/stash/x\tdoi:10.7280/D1\t-\t-\tMozilla/5.0\tT\tP\tg\tA\t2016\t1\t-\thttp://e.org\t2016";

    @Test
    void findsCountersLogWithoutItsHeader() {
        assertThat(nameOf(COUNTER + "\n" + COUNTER)).isEqualTo("counter");
        assertThat(nameOf("#Fields: " + ColumnsFormat.COUNTER_COLUMNS + "\n" + COUNTER))
                .isEqualTo("w3c");
    }

    @Test
    void findsCountersSampleWithAndWithoutItsHeader() throws IOException {
        var sample = LOGS.resolve("counter-processor/counter_2018-05-01.log");
        assumeThat(sample).exists();
        var text = Files.readString(sample);
        var bare = text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
        assertThat(nameOf(text)).isEqualTo("w3c");
        assertThat(nameOf(bare)).isEqualTo("counter");
        assertThat(nameOf(bare.lines().findFirst().orElseThrow())).isEqualTo("counter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "combined",
                "vhost",
                "vhost-port",
                "forwarded",
                "forwarded-first",
                "caddy",
                "traefik",
                "nginx-json",
                "iis",
                "cloudfront"
            })
    void takesNoOtherLogForCounters(String server) {
        assertThat(nameOf(text(server))).isNotEqualTo("counter");
        for (var line : text(server).split("\n")) {
            assertThat(nameOf(line)).isNotEqualTo("counter");
            assertThat(nameOf(line.replace(' ', '\t'))).isNotEqualTo("counter");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"elastic-examples/apache_logs", "beats/apache-access.log", "beats/nginx-access.log"})
    void takesNoLineOfRealLogsForCounters(String name) throws IOException {
        var log = LOGS.resolve(name);
        assumeThat(log).exists();
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            assertThat(lines).noneMatch(line -> nameOf(line).equals("counter"));
        }
    }

    /** Nineteen columns that begin alike are not enough. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://e.org/stash/x|/stash/x",
                "doi:10.7280/D1|-",
                "192.0.2.7|GET /",
                "2018-05-01T00:14:52-07:00|2018-05-01"
            })
    void takesNoColumnsOfAnotherMeaningForCounters(String column, String other) {
        assertThat(nameOf(COUNTER.replace(column, other))).isNotEqualTo("counter");
    }

    private static String nameOf(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Formats.find(bytes, bytes.length).name();
    }

    private static LogLine last(LogFormat format, String text) {
        Parsed parsed = Parsed.Rejected.of(Reason.BLANK);
        for (var each : text.split("\n")) {
            var bytes = each.getBytes(StandardCharsets.UTF_8);
            parsed = format.parse(bytes, 0, bytes.length);
        }
        assertThat(parsed).isInstanceOf(Parsed.Line.class);
        return ((Parsed.Line) parsed).line();
    }
}
