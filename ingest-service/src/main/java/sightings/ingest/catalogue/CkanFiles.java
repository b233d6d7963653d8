package sightings.ingest.catalogue;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where CKAN itself gives out the files of a package: {@code https://HOST/dataset/UUID/resource/UUID/...}. Such a host is the
 * portal under another name, since nobody else has files of that package.
 */
final class CkanFiles {

    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int UUID_LENGTH = 36;
    private static final Pattern FILE = Pattern.compile(
            "https?://([a-z0-9.-]{1,253})(?::\\d{1,5})?(?:/[\\w.-]{1,40}){0,2}?/dataset/(" + UUID + ")/resource/" + UUID
                    + "(?:/.*)?",
            Pattern.CASE_INSENSITIVE);

    private CkanFiles() {}

    /** The hosts of those addresses that are of files of a package with this uuid, in lower case; none for another id. */
    static Set<String> hosts(Collection<String> addresses, String id) {
        if (id.length() != UUID_LENGTH) {
            return Set.of();
        }
        var hosts = new TreeSet<String>();
        for (String address : addresses) {
            var file = FILE.matcher(address);
            if (file.matches() && file.group(2).equalsIgnoreCase(id)) {
                hosts.add(file.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return hosts;
    }
}
