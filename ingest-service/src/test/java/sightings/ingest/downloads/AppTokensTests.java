package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link AppTokens}. */
class AppTokensTests {

    private static final String TOKEN = "vqy4vF0AbCdEfGh1JkLmN2pQr";

    private final AppTokens tokens = new AppTokens(InstallationSecret.of("a secret of this test and no other"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/resource/abcd-1234.json?$$app_token=" + TOKEN,
                "/resource/abcd-1234.json?$limit=5&$$app_token=" + TOKEN + "&$offset=5",
                "/resource/abcd-1234.json?%24%24app_token=" + TOKEN,
                "/api/v3/views/abcd-1234/query.json?app_token=" + TOKEN
            })
    void readsTheKeyOutOfTheQueryAndTellsNothingOfIt(String target) {
        assertThat(tokens.of(line(target)).orElseThrow())
                .isEqualTo(tokens.of(header(TOKEN)).orElseThrow())
                .matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/resource/abcd-1234.json",
                "/resource/abcd-1234.json?$limit=5",
                "/app_token=" + TOKEN,
                "/resource/abcd-1234.json?my_app_token=" + TOKEN,
                "/resource/abcd-1234.json?app_token=",
                "/resource/abcd-1234.json?app_token=short",
                "/resource/abcd-1234.json?app_token=%27%20OR%201=1--",
                "/resource/abcd-1234.json?app_token"
            })
    void findsNoneInOthers(String target) {
        assertThat(tokens.of(line(target))).isEmpty();
    }

    @Test
    void readsTheHeaderWhereALogHasIt() {
        var line = "192.0.2.7 [23/Nov/2026:18:21:03 +0000] \"GET /resource/abcd-1234.json HTTP/1.1\" 200 \"" + TOKEN
                + "\"";
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var apache = Formats.named("%h %t \"%r\" %>s \"%{X-App-Token}i\"");
        assertThat(apache.parse(bytes, 0, bytes.length))
                .isInstanceOfSatisfying(
                        Parsed.Line.class,
                        parsed -> assertThat(tokens.of(parsed.line())).isEqualTo(tokens.of(header(TOKEN))));
        var json = ("{\"remote_addr\":\"192.0.2.7\",\"time_iso8601\":\"2026-11-23T18:21:03Z\",\"request\":"
                        + "\"GET /resource/abcd-1234.json HTTP/1.1\",\"status\":200,\"http_x_app_token\":\"" + TOKEN
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Formats.named("json").parse(json, 0, json.length))
                .isInstanceOfSatisfying(
                        Parsed.Line.class,
                        parsed -> assertThat(tokens.of(parsed.line())).isEqualTo(tokens.of(header(TOKEN))));
    }

    private static LogLine line(String target) {
        var line = new LogLine();
        line.target.set(target);
        return line;
    }

    private static LogLine header(String token) {
        var line = line("/resource/abcd-1234.json");
        line.appToken.set(token);
        return line;
    }
}
