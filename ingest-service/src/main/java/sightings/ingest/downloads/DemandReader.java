package sightings.ingest.downloads;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import sightings.event.DemandSeen;
import sightings.ingest.catalogue.AddressForm;
import sightings.ingest.catalogue.AddressForms;
import sightings.ingest.catalogue.DatasetTexts;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.catalogue.NamedKey;

/**
 * Finds what visitors ask for in vain: the addresses of datasets that the portal answered with 404 or 410 and the catalogue
 * does not know either, and searches for words that no dataset has together. Whether a search found something does not
 * stand in a log; the catalogue decides it here. What was found out is remembered for a round. Used by one thread.
 */
final class DemandReader {

    private static final int LONGEST_KEY = 100;

    /** Ids that are made up by machines: their digits are nobody's number. */
    private static final Pattern MADE_UP = Pattern.compile(
            "[a-z0-9]{4}-[a-z0-9]{4}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}(_[0-9]{1,3})?");

    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.:~_-]*");

    /** Where a search stands: the path, and the name of the parameter with the words. */
    private static final List<Search> SEARCHES = List.of(
            new Search(List.of("browse"), "q"),
            new Search(List.of("search"), "q"),
            new Search(List.of("datasets"), "search"),
            new Search(List.of("datasets"), "q"),
            new Search(List.of("dataset"), "q"),
            new Search(List.of("explore"), "q"),
            new Search(List.of("api", "catalog", "v1"), "q"),
            new Search(List.of("api", "3", "action", "package_search"), "q"),
            new Search(List.of("api", "action", "package_search"), "q"));

    private static final int REMEMBERED = 1 << 13;

    private final Datasets datasets;
    private final DatasetTexts texts;
    private final Set<String> hosts;
    private final Remembered<Optional<Wanted>> addresses = new Remembered<>(REMEMBERED);
    private final Remembered<Optional<Wanted>> searches = new Remembered<>(REMEMBERED);

    private record Search(List<String> path, String parameter) {}

    /** @param hosts all hosts of the portals, in lower case */
    DemandReader(Datasets datasets, DatasetTexts texts, Set<String> hosts) {
        this.datasets = datasets;
        this.texts = texts;
        this.hosts = Set.copyOf(hosts);
    }

    /** What a line that asks for no dataset of the catalogue asks for in vain. */
    Optional<Wanted> read(LogLine line) {
        if (!line.method.is("GET")) {
            return Optional.empty();
        }
        if (line.status == 404 || line.status == 410) {
            return remembered(addresses, line.target, this::address);
        }
        boolean answered = line.status == 200 || line.status == 304;
        return answered && line.target.indexOf('?') < line.target.to
                ? remembered(searches, line.target, this::search)
                : Optional.empty();
    }

    /** Forgets what was found out, as when the catalogue may have changed. */
    void forget() {
        addresses.clear();
        searches.clear();
    }

    private static Optional<Wanted> remembered(
            Remembered<Optional<Wanted>> answers, Slice target, Function<String, Optional<Wanted>> findOut) {
        long hash = answers.hash(target.bytes, target.from, target.to);
        var known = answers.get(hash);
        return known == null ? answers.put(hash, findOut.apply(target.text())) : known;
    }

    /** The key of a dataset that is not there, such as {@code abcd-1234}. */
    Optional<Wanted> address(String target) {
        return Target.of(target, hosts).flatMap(asked -> {
            var keys = AddressForms.read(asked.path(), asked.query()).stream()
                    .filter(DemandReader::mayBeOne)
                    .map(NamedKey::key)
                    .toList();
            return keys.stream().anyMatch(this::isKnown)
                    ? Optional.empty()
                    : keys.stream().findFirst().map(key -> new Wanted(DemandSeen.Kind.ADDRESS, key));
        });
    }

    /** The words of a search without result. */
    Optional<Wanted> search(String target) {
        return Target.of(target, hosts)
                .flatMap(asked -> SEARCHES.stream()
                        .filter(search -> search.path().equals(asked.withoutLanguage()))
                        .flatMap(search -> asked.parameter(search.parameter()).stream())
                        .findFirst()
                        .flatMap(SearchWords::of)
                        .filter(words -> !texts.together(SearchWords.each(words)))
                        .map(words -> new Wanted(DemandSeen.Kind.SEARCH, words)));
    }

    private static boolean mayBeOne(NamedKey named) {
        var key = named.key();
        if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
            return false;
        }
        // Of a word in any path that has the form of an id by chance, such as high-tech.
        boolean byChance =
                named.form() == AddressForm.SOCRATA_PAGE && key.chars().noneMatch(Character::isDigit);
        return !byChance && (MADE_UP.matcher(key).matches() || !SearchWords.isOfAPerson(key));
    }

    private boolean isKnown(String key) {
        return datasets.withId(key).isPresent()
                || datasets.withSlug(key).isPresent()
                || datasets.withResource(key).isPresent();
    }
}
