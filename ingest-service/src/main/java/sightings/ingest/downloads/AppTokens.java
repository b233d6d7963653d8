package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The applications that ask with a key of theirs, as Socrata's interfaces want it: in the header {@code X-App-Token}, or
 * in the query as {@code $$app_token} or {@code app_token}. The key itself ends here; what stands for it is a keyed hash
 * under the installation's secret, the same on each day.
 */
final class AppTokens {

    private static final byte[] NAME = "app_token=".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{8,100}");
    private static final int SHORT = 16;

    private final InstallationSecret secret;

    AppTokens(InstallationSecret secret) {
        this.secret = secret;
    }

    /** 16 hexadecimal digits that stand for the application; empty where it gives no key, or none that can be one. */
    Optional<String> of(LogLine line) {
        var token = line.appToken.isEmpty() ? inQuery(line.target) : line.appToken.text();
        if (token.isEmpty()) {
            return Optional.empty();
        }
        return TOKEN.matcher(token).matches()
                ? Optional.of(secret.hash("app-token", token).substring(0, SHORT))
                : Optional.empty();
    }

    /** The value of the parameter; "" where there is none. Nothing is copied of a query without one. */
    private static String inQuery(Slice target) {
        int last = target.to - NAME.length;
        for (int at = target.indexOf('?') + 1; at <= last; at++) {
            if (isName(target.bytes, at) && isBegin(target.bytes[at - 1])) {
                int from = at + NAME.length;
                int to = from;
                while (to < target.to && target.bytes[to] != '&') {
                    to++;
                }
                return new String(target.bytes, from, to - from, StandardCharsets.US_ASCII);
            }
        }
        return "";
    }

    private static boolean isName(byte[] bytes, int at) {
        for (int i = 0; i < NAME.length; i++) {
            if (bytes[at + i] != NAME[i]) {
                return false;
            }
        }
        return true;
    }

    /** What may stand before the name: {@code ?}, {@code &}, or two dollar signs as they are or encoded as {@code %24}. */
    private static boolean isBegin(byte before) {
        return before == '?' || before == '&' || before == '$' || before == '4';
    }
}
