package sightings.ingest.web;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells from an address alone whether it is one to ask; what its name resolves to is checked at the connection. */
final class AddressCheck {

    private static final Pattern DOTTED_QUAD =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    private static final Pattern NUMBER = Pattern.compile("(?i)(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");

    private AddressCheck() {}

    /**
     * Lets http and https to a named host through.
     *
     * @throws RefusedException for other schemes, no host, user names or passwords, and hosts that are written as a
     *     decimal, octal or hexadecimal number: only attacks need those
     */
    static void check(URI address) throws RefusedException {
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
        var host = address.getHost();
        if (NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
            throw new RefusedException("a host that is written as a number");
        }
    }
}
