package sightings.ingest.recognising;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import sightings.dataset.Reference.Kind;
import sightings.evidence.RefusalReason;
import sightings.ingest.catalogue.AddressForms;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.NamedKey;
import sightings.ingest.recognising.Refusal.Alias;

/** Finds out why something is no find, and what would make it one. */
final class Refusals {

    private Refusals() {}

    static Refusal address(Host host, AddressReader.Tail tail, Lexicon lexicon) {
        var named = AddressForms.read(tail.path(), tail.query());
        if (named.isEmpty()) {
            return new Refusal("address", RefusalReason.NAMES_NOTHING, List.of(host.name()), null);
        }
        var keys = named.stream()
                .map(NamedKey::key)
                .distinct()
                .map(key -> "'" + key + "'")
                .collect(Collectors.joining(" / "));
        boolean shared = named.stream()
                .anyMatch(key -> lexicon.catalogue().portalsWith(key.key()).size() > 1);
        return new Refusal(
                named.getFirst().form().rule(),
                shared ? RefusalReason.OF_OTHER_PORTALS : RefusalReason.NOT_OF_PORTAL,
                List.of(Objects.requireNonNullElse(host.portal(), host.name()), keys),
                Alias.of(named.getFirst().key()));
    }

    static Refusal ordinaryWord(String portal, boolean spokenOf) {
        return spokenOf
                ? new Refusal("host-and-id", RefusalReason.WORD_IN_TEXT, List.of(), null)
                : new Refusal("id-alone", RefusalReason.WORD_ALONE, List.of(portal), null);
    }

    static Refusal foreignHost(String portal) {
        return new Refusal("id-alone", RefusalReason.AT_STRANGE_HOST, List.of(portal), null);
    }

    static Refusal unknownHost(String host, String address) {
        return new Refusal(
                "address",
                RefusalReason.UNKNOWN_HOST,
                List.of(host),
                new Alias(Kind.URL, Catalogue.withoutScheme(address)));
    }

    static Refusal unknownId(String id) {
        return new Refusal("id-alone", RefusalReason.UNKNOWN_ID, List.of(), Alias.of(id));
    }
}
