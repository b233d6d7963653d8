package sightings.ingest.github;

import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import sightings.dataset.Dataset;
import sightings.dataset.Reference;

/**
 * The ids of datasets and of their files that are worth a search of their own: those that hardly ever stand for anything
 * else. Names and slugs are not.
 */
final class TellingIds {

    private static final Pattern FOUR_BY_FOUR = Pattern.compile("[a-z0-9]{4}-[a-z0-9]{4}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern BARE_UUID = Pattern.compile("[0-9a-f]{32}");

    private TellingIds() {}

    /** All of them, former ones too, in lower case. */
    static SortedSet<String> of(Collection<Dataset> datasets) {
        var ids = new TreeSet<String>();
        for (Dataset dataset : datasets) {
            add(ids, dataset.id().value());
            for (Reference reference : dataset.references()) {
                if (reference.kind() == Reference.Kind.ID || reference.kind() == Reference.Kind.RESOURCE) {
                    add(ids, reference.value());
                }
            }
        }
        return ids;
    }

    private static void add(SortedSet<String> ids, String id) {
        var lower = id.toLowerCase(Locale.ROOT);
        if (isFourByFour(lower)
                || UUID.matcher(lower).matches()
                || BARE_UUID.matcher(lower).matches()) {
            ids.add(lower);
        }
    }

    /** Words such as {@code open-data} and spans such as {@code 2010-2019} have the shape and are none. */
    private static boolean isFourByFour(String id) {
        return FOUR_BY_FOUR.matcher(id).matches()
                && id.chars().anyMatch(Character::isDigit)
                && id.chars().anyMatch(Character::isLetter);
    }
}
