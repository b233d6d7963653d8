package sightings.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address without what only its reader should know: names and passwords before the host, and values of parameters that
 * are called like secrets. A few characters of a hash stand in their place, enough to tell two feeds of one site apart and
 * too few to try guesses on. An address that is told so already stays as it is.
 */
final class ToldAddress {

    private static final Pattern USER = Pattern.compile("^(https?://)([^/?#@\\s]+)@", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile(
            "(?<=[?&;])((?:[\\w.-]*[_.-])?(?:token|key|apikey|secret|pass|passwd|password|pwd|auth|signature|sig|session|sid"
                    + "|credential)s?)=([^&;#\\s]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TOLD = Pattern.compile("~[a-z0-9]{4}");

    private ToldAddress() {}

    static String of(String address) {
        var withoutUser = USER.matcher(address)
                .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + hidden(found.group(2)) + "@"));
        return PARAMETER
                .matcher(withoutUser)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "=" + hidden(found.group(2))));
    }

    private static String hidden(String secret) {
        return TOLD.matcher(secret).matches()
                ? secret
                : "~" + Hashes.id("address", secret).substring(0, 4);
    }
}
