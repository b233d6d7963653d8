package sightings.showcase.curation;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;

/** Checks what staff ask of the watching side: aliases and feeds. */
public final class AskedChecker {

    private static final int LONGEST_VALUE = 1_000;

    /** Says where a reader came from, never what is read. */
    private static final String TRACKING =
            "(?i)(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(?:enc|mi))(?:=.*)?";

    private final InstantSource clock;
    private final ZoneId zone;

    public AskedChecker(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * An alias of a dataset.
     *
     * @param dataset the dataset
     * @param kind what the value is
     * @param value as the catalogue keeps it
     * @param since the first day on which it was known
     */
    public record Alias(DatasetId dataset, Reference.Kind kind, String value, LocalDate since) {}

    /**
     * An alias. Fields: {@code dataset}, {@code kind}, {@code value}, {@code since} (today where it is left empty).
     */
    public Checked<Alias> checkAlias(Fields fields) {
        var reader = new FieldReader(fields, java.util.List.of());
        var datasets = reader.datasets("dataset");
        if (datasets.size() != 1 && reader.isValid()) {
            reader.error("dataset", "one-dataset");
        }
        var kind = reader.choice("kind", Reference.Kind.class);
        var value = reader.line("value", LONGEST_VALUE, true);
        if (kind.isPresent() && !value.isEmpty()) {
            boolean named = kind.get() == Reference.Kind.URL && isNamedByQuery(value);
            value = clean(kind.get(), value);
            if (!isGood(kind.get(), value)) {
                reader.error("value", "alias-" + kind.get().name().toLowerCase(Locale.ROOT));
            } else if (named) {
                reader.error("value", "alias-query");
            } else if (kind.get() == Reference.Kind.HOST && SharedHosts.has(value)) {
                reader.error("value", "alias-shared-host", value);
            }
        }
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var since = reader.date("since");
        if (since != null && since.isAfter(today)) {
            reader.error("since", "in-future");
        }
        var cleaned = value;
        return reader.result(() ->
                new Alias(datasets.getFirst(), kind.orElseThrow(), cleaned, Objects.requireNonNullElse(since, today)));
    }

    /** A feed's address. Field: {@code address}. */
    public Checked<URI> checkFeed(Fields fields) {
        var reader = new FieldReader(fields, java.util.List.of());
        var address = reader.address("address", true);
        return reader.result(() -> Objects.requireNonNull(address));
    }

    /** As the catalogue keeps it: addresses without scheme, query, fragment and trailing slash, hosts in lower case. */
    private static String clean(Reference.Kind kind, String value) {
        return switch (kind) {
            case HOST -> withoutScheme(value).replaceFirst("/.*", "");
            case URL -> withoutScheme(value);
            case ID, SLUG, RESOURCE -> value;
        };
    }

    private static String withoutScheme(String address) {
        var rest = address.replaceFirst("(?i)^https?://", "")
                .replaceFirst("[?#].*", "")
                .replaceFirst("/+$", "");
        int slash = rest.indexOf('/');
        return slash < 0
                ? rest.toLowerCase(Locale.ROOT)
                : rest.substring(0, slash).toLowerCase(Locale.ROOT) + rest.substring(slash);
    }

    /**
     * Whether the address has a query that may say which thing is meant, such as {@code get.php?id=7}. References are compared
     * without their queries, so its alias would stand for all that is asked for there.
     */
    private static boolean isNamedByQuery(String address) {
        int query = address.indexOf('?');
        if (query < 0 || address.lastIndexOf('#', query) >= 0) {
            return false;
        }
        return Arrays.stream(
                        address.substring(query + 1).replaceFirst("#.*", "").split("&"))
                .anyMatch(parameter -> !parameter.isEmpty() && !parameter.matches(TRACKING));
    }

    private static boolean isGood(Reference.Kind kind, String value) {
        var host = "[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?\\.[a-z]{2,24}";
        return switch (kind) {
            case HOST -> value.matches(host);
            case ID, SLUG, RESOURCE -> DatasetId.isValid(value);
            case URL -> value.matches(host + "(?::\\d{1,5})?/[^\\s\"<>]{1,900}");
        };
    }
}
