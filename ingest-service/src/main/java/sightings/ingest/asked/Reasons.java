package sightings.ingest.asked;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Reference;
import sightings.evidence.Observation;
import sightings.evidence.Sighting;
import sightings.ingest.asked.Answer.Find;
import sightings.ingest.asked.Answer.Outcome;
import sightings.ingest.asked.Answer.Step;
import sightings.ingest.asked.Answer.Suggestion;
import sightings.ingest.catalogue.AddressForms;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.recognising.Recogniser;

/**
 * What the recogniser makes of an observation, and why the rest of it is no find. Pure. The finds are the recogniser's
 * own; of what is no find it names hosts and ids that look like references, and whether the catalogue knows them.
 */
final class Reasons {

    private static final int MOST = 200;
    private static final int LONGEST = 300;
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:https?:(?:\\\\?/){2})?((?:[a-z0-9-]{1,63}\\.){1,6}[a-z]{2,24})(/[^\\s\"'<>`)\\]}]{0,2000})?");
    private static final Pattern ID = Pattern.compile(
            "(?i)(?<![a-z0-9-])(?:[a-z0-9]{4}-[a-z0-9]{4}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![a-z0-9-])");

    private final Recogniser recogniser = new Recogniser();

    /** All steps: finds first, then what is none, each in the order of the text. */
    List<Step> of(Observation observation, Catalogue catalogue) {
        var steps = new ArrayList<Step>();
        var finds = recogniser.recognise(observation, catalogue);
        finds.forEach(find -> steps.add(found(find, catalogue)));
        int line = 1;
        for (String text : observation.text().lines().toList()) {
            refused(text, line++, finds, catalogue, steps);
        }
        observation.links().forEach(link -> refused(link, null, finds, catalogue, steps));
        return steps.size() > MOST ? steps.subList(0, MOST) : steps;
    }

    private static Step found(Sighting sighting, Catalogue catalogue) {
        var title = catalogue.dataset(sighting.dataset()).map(dataset -> dataset.title());
        return new Step(
                Outcome.FOUND,
                sighting.place().line(),
                sighting.snippet(),
                sighting.rule(),
                null,
                null,
                new Find(
                        sighting.dataset().value(),
                        title.orElse(""),
                        sighting.grade().name(),
                        sighting.method().name(),
                        sighting.verification().name(),
                        sighting.confidence()),
                null);
    }

    private static void refused(
            String text, @Nullable Integer line, List<Sighting> finds, Catalogue catalogue, List<Step> steps) {
        if (steps.size() > MOST) {
            return;
        }
        var addresses = ADDRESS.matcher(text);
        while (addresses.find() && steps.size() <= MOST) {
            address(addresses.group(1), addresses.group(2), line, finds, catalogue, steps);
        }
        var ids = ID.matcher(text);
        while (ids.find() && steps.size() <= MOST) {
            var id = ids.group();
            if (catalogue.portalsWith(id).isEmpty() && id.chars().anyMatch(Character::isDigit)) {
                steps.add(refusal(
                        line,
                        id,
                        "id",
                        "It has the form of an id, but no dataset of the catalogue has or had it.",
                        "A dataset would have to have it as its present or former id: add it as an alias.",
                        new Suggestion(
                                id.length() == 9 ? Reference.Kind.ID.name() : Reference.Kind.RESOURCE.name(), id)));
            } else if (!catalogue.portalsWith(id).isEmpty() && finds.isEmpty()) {
                steps.add(refusal(
                        line,
                        id,
                        "id",
                        "It is the id of a dataset, but nothing here says that the portal is meant.",
                        "The text would have to name a host of the portal, or a library that reads it.",
                        null));
            }
        }
    }

    private static void address(
            String host,
            @Nullable String tail,
            @Nullable Integer line,
            List<Sighting> finds,
            Catalogue catalogue,
            List<Step> steps) {
        var path = tail == null ? "" : tail;
        var portal = catalogue.portalAt(host.toLowerCase(Locale.ROOT));
        if (portal.isPresent()) {
            int query = path.indexOf('?');
            var named = AddressForms.read(
                    query < 0 ? path : path.substring(0, query), query < 0 ? "" : path.substring(query + 1));
            boolean known = named.stream()
                            .anyMatch(
                                    key -> catalogue.at(portal.get(), key.key()).isPresent())
                    || catalogue.listing(host + path).isPresent();
            if (known) {
                return;
            }
            steps.add(
                    named.isEmpty()
                            ? new Step(Outcome.PORTAL, line, shortened(host + path), "host", null, null, null, null)
                            : refusal(
                                    line,
                                    host + path,
                                    named.getFirst().form().rule(),
                                    "The portal is known, but no dataset of it has '"
                                            + named.getFirst().key() + "' as its id, name or file.",
                                    "A dataset would have to have it: add it as an alias.",
                                    suggestion(named.getFirst().key())));
        } else if (!catalogue.listsAddressesAt(host) && !path.isEmpty() && finds.isEmpty()) {
            steps.add(refusal(
                    line,
                    host + path,
                    "host",
                    "The host " + host + " is no portal's, and no dataset lists an address there.",
                    "A dataset would have to list this address, or the portal to answer at this host: add it as an alias.",
                    new Suggestion(Reference.Kind.URL.name(), shortened(Catalogue.withoutScheme(host + path)))));
        }
    }

    private static Suggestion suggestion(String key) {
        var kind = key.matches("(?i)[a-z0-9]{4}-[a-z0-9]{4}")
                ? Reference.Kind.ID
                : key.matches("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                        ? Reference.Kind.RESOURCE
                        : Reference.Kind.SLUG;
        return new Suggestion(kind.name(), shortened(key));
    }

    private static Step refusal(
            @Nullable Integer line,
            String text,
            String rule,
            String reason,
            String wouldMatch,
            @Nullable Suggestion suggestion) {
        return new Step(Outcome.REFUSED, line, shortened(text), rule, reason, wouldMatch, null, suggestion);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
