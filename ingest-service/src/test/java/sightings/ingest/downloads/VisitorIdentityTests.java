package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who is the same visitor, by the COUNTER Code of Practice for Research Data, one test for each rule: a name under which
 * somebody logged in MUST be used before a cookie of theirs, that before the session's cookie, and that before address and
 * agent. Both for the command and for the service. The other rules are in {@code CounterCodeOfPracticeTests}.
 */
class VisitorIdentityTests {

    private static final String COLUMNS =
            "#Fields: event_time\tclient_ip\tsession_cookie_id\tuser_cookie_id\tuser_id\trequest_url\tidentifier\tuser-agent";

    private static final String BEST_FIRST =
            "#Fields: event_time\tclient_ip\tuser_id\tuser_cookie_id\tsession_cookie_id\trequest_url\tidentifier\tuser-agent";

    /** What stands for the visitor of a line. */
    enum Naming {
        COMMAND(new Seeds()::visitorDay),
        SERVICE(new Pseudonyms(new byte[32])::visitor);

        private final Function<LogLine, Object> visitor;

        Naming(Function<LogLine, Object> visitor) {
            this.visitor = visitor;
        }

        Object visitor(String address, String session, String cookie, String user, String agent) {
            return visitor(COLUMNS, String.join("\t", address, session, cookie, user), agent);
        }

        private Object visitor(String columns, String who, String agent) {
            var format = Formats.named("counter");
            parse(format, columns);
            var line = "2026-11-23T10:01:00Z\t" + who + "\thttps://data.example.gov/d/abcd-1234\tabcd-1234\t" + agent;
            var parsed = parse(format, line);
            assertThat(parsed).isInstanceOf(Parsed.Line.class);
            return visitor.apply(((Parsed.Line) parsed).line());
        }

        private static Parsed parse(LogFormat format, String line) {
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            return format.parse(bytes, 0, bytes.length);
        }
    }

    @ParameterizedTest
    @EnumSource(Naming.class)
    void whoLoggedInIsTheSameUnderAnyCookieAddressAndAgent(Naming naming) {
        assertThat(naming.visitor("192.0.2.1", "session1", "cookie1", "anna", "Firefox"))
                .isEqualTo(naming.visitor("192.0.2.2", "session2", "cookie2", "anna", "curl"))
                .isNotEqualTo(naming.visitor("192.0.2.1", "session1", "cookie1", "ben", "Firefox"));
    }

    @ParameterizedTest
    @EnumSource(Naming.class)
    void aUserCookieIsTheSameVisitorInAnySessionAddressAndAgent(Naming naming) {
        assertThat(naming.visitor("192.0.2.1", "session1", "cookie1", "-", "Firefox"))
                .isEqualTo(naming.visitor("192.0.2.2", "session2", "cookie1", "-", "curl"))
                .isNotEqualTo(naming.visitor("192.0.2.1", "session1", "cookie2", "-", "Firefox"));
    }

    @ParameterizedTest
    @EnumSource(Naming.class)
    void aSessionCookieIsTheSameVisitorAtAnyAddressAndAgent(Naming naming) {
        assertThat(naming.visitor("192.0.2.1", "session1", "-", "-", "Firefox"))
                .isEqualTo(naming.visitor("192.0.2.2", "session1", "", "????", "curl"))
                .isNotEqualTo(naming.visitor("192.0.2.1", "session2", "-", "-", "Firefox"));
    }

    @ParameterizedTest
    @EnumSource(Naming.class)
    void addressAndAgentTogetherAreTheVisitorWhereNothingBetterIsLogged(Naming naming) {
        assertThat(naming.visitor("192.0.2.1", "-", "-", "-", "Firefox"))
                .isEqualTo(naming.visitor("192.0.2.1", "????", "", "-", "Firefox"))
                .isNotEqualTo(naming.visitor("192.0.2.2", "-", "-", "-", "Firefox"))
                .isNotEqualTo(naming.visitor("192.0.2.1", "-", "-", "-", "curl"));
    }

    @ParameterizedTest
    @EnumSource(Naming.class)
    void theOrderOfTheColumnsMakesNoDifference(Naming naming) {
        assertThat(naming.visitor(BEST_FIRST, "192.0.2.1\tanna\tcookie1\tsession1", "Firefox"))
                .isEqualTo(naming.visitor("192.0.2.2", "session2", "cookie2", "anna", "curl"));
        assertThat(naming.visitor(BEST_FIRST, "192.0.2.1\t-\tcookie1\tsession1", "Firefox"))
                .isEqualTo(naming.visitor("192.0.2.2", "session2", "cookie1", "-", "curl"));
    }
}
