package sightings.ingest.downloads;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands for referring sites in events: keyed hashes under the installation's secret, so that a site is named nowhere
 * before enough visitors came from it. The last ones are remembered. Used by one thread.
 */
final class SiteHashes {

    private static final int REMEMBERED = 1_000;
    private static final int SHORT = 16;

    private final InstallationSecret secret;
    private final Map<String, String> last = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    SiteHashes(InstallationSecret secret) {
        this.secret = secret;
    }

    /** 16 hexadecimal digits that stand for the site. */
    String hash(String site) {
        return last.computeIfAbsent(site, name -> secret.hash("site", name).substring(0, SHORT));
    }
}
