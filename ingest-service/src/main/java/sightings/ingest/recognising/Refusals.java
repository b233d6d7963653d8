package sightings.ingest.recognising;

import java.util.stream.Collectors;
import sightings.dataset.Reference.Kind;
import sightings.ingest.catalogue.AddressForms;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.NamedKey;
import sightings.ingest.recognising.Refusal.Alias;

/** Puts into words why something is no find, and what would make it one. */
final class Refusals {

    private Refusals() {}

    static Refusal address(Host host, AddressReader.Tail tail, Lexicon lexicon) {
        var named = AddressForms.read(tail.path(), tail.query());
        var owner = host.portal() == null ? "the host " + host.name() : "the portal " + host.portal();
        if (named.isEmpty()) {
            return new Refusal(
                    "address",
                    host.name() + " is known, but this path has none of the forms that name a dataset there",
                    "The address would have to name a dataset's id, name or file, or be listed by a dataset as its own.");
        }
        var keys = named.stream()
                .map(NamedKey::key)
                .distinct()
                .map(key -> "'" + key + "'")
                .collect(Collectors.joining(" or "));
        var shared = named.stream()
                .anyMatch(key -> lexicon.catalogue().portalsWith(key.key()).size() > 1);
        return new Refusal(
                named.getFirst().form().rule(),
                "No dataset of " + owner + " has " + keys + " as its id, name or file"
                        + (shared ? "; several other portals do" : ""),
                "A dataset would have to have " + keys
                        + " as its present or former id, name or file: add it as an alias.",
                Alias.of(named.getFirst().key()));
    }

    static Refusal ordinaryWord(String portal, boolean spokenOf) {
        return spokenOf
                ? new Refusal(
                        "host-and-id",
                        "It is the id of a dataset, but it reads like a word and stands in running text",
                        "It would have to be quoted, or to stand behind a slash.")
                : new Refusal(
                        "id-alone",
                        "It is the id of a dataset, but it reads like a word or a number",
                        "The text would have to name a host of " + portal + ".");
    }

    static Refusal foreignHost(String portal) {
        return new Refusal(
                "id-alone",
                "It is the id of a dataset, but stands in the address of a host that is not in the catalogue",
                "The host would have to be added as an alias of " + portal + ", or the text to name a host of it.");
    }

    static Refusal unknownHost(String host, String address) {
        return new Refusal(
                "address",
                "The host " + host + " is no portal's, and no dataset lists an address there",
                "The host would have to be added as an alias of a portal, or the address to a dataset.",
                new Alias(Kind.URL, Catalogue.withoutScheme(address)));
    }

    static Refusal unknownId(String id) {
        return new Refusal(
                "id-alone",
                "It has the form of an id, but no dataset of the catalogue has or had it",
                "A dataset would have to have it as its present or former id: add it as an alias.",
                Alias.of(id));
    }
}
