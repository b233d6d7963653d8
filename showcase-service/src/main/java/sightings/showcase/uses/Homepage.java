package sightings.showcase.uses;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;

/** Knows which use on the web a subject's homepage would be, were it found there. */
final class Homepage {

    private Homepage() {}

    /** The use at the homepage's address; empty where there is none, or none that a browser opens. */
    static Optional<UseId> of(Subject about) {
        var homepage = about.homepage();
        if (homepage == null || homepage.isBlank()) {
            return Optional.empty();
        }
        var typed = homepage.strip();
        try {
            // People leave the scheme out.
            var address = new URI(typed.contains("://") ? typed : "https://" + typed);
            var scheme = address.getScheme().toLowerCase(Locale.ROOT);
            // Without a scheme of the web, what looks like a name before an @ is an e-mail address.
            return address.getHost() == null
                            || address.getUserInfo() != null
                            || !scheme.equals("https") && !scheme.equals("http")
                    ? Optional.empty()
                    : Optional.of(SubjectId.web(address))
                            .filter(subject -> !subject.equals(about.id()))
                            .map(UseId::of);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
