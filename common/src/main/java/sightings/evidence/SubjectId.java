package sightings.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a use is, wherever it is seen: a repository by its number, a page of the web by its address.
 *
 * @param value {@code github:<numeric repository id>} or an address without scheme, default port, {@code www.},
 *     fragment, tracking parameters and trailing slash
 */
public record SubjectId(@JsonValue String value) {

    private static final Pattern TRACKING =
            Pattern.compile("(?i)(utm_[^=]*|fbclid|gclid|mc_[ce]id|igshid|msclkid|ref_src|_hs(enc|mi))(=.*)?");

    @JsonCreator
    public SubjectId {}

    /** The subject of a GitHub repository, which keeps its number when it is renamed or moved. */
    public static SubjectId github(long repositoryId) {
        return new SubjectId("github:" + repositoryId);
    }

    /** The subject of a page: its canonical link, or else its final address. */
    public static SubjectId web(URI address) {
        var host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
        var name = host.startsWith("www.") ? host.substring(4) : host;
        var path = Objects.requireNonNullElse(address.getRawPath(), "").replaceAll("/+$", "");
        return new SubjectId(name + port(address) + path + query(address.getRawQuery()));
    }

    private static String port(URI address) {
        int port = address.getPort();
        var scheme = Objects.requireNonNullElse(address.getScheme(), "");
        boolean byDefault = port < 0 || port == 80 && scheme.equals("http") || port == 443 && scheme.equals("https");
        return byDefault ? "" : ":" + port;
    }

    private static String query(@Nullable String query) {
        if (query == null) {
            return "";
        }
        var kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    @Override
    public String toString() {
        return value;
    }
}
