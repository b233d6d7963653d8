package sightings.showcase.curation;

import java.util.Set;

/**
 * Hosts at which everybody may have something. As a host of one city's portal such a host would make every address there a
 * reference; an own host below one, such as {@code city.opendata.arcgis.com}, may be a portal's.
 */
final class SharedHosts {

    private static final Set<String> HOSTS = Set.of(
            "amazonaws.com",
            "api.eu.socrata.com",
            "api.us.socrata.com",
            "arcgis.com",
            "azurewebsites.net",
            "bitbucket.org",
            "blogger.com",
            "blogspot.com",
            "cloudfront.net",
            "data.opendatasoft.com",
            "docs.google.com",
            "doi.org",
            "drive.google.com",
            "dropbox.com",
            "experience.arcgis.com",
            "facebook.com",
            "gist.github.com",
            "github.com",
            "github.io",
            "gitlab.com",
            "gitlab.io",
            "google.com",
            "herokuapp.com",
            "hub.arcgis.com",
            "huggingface.co",
            "kaggle.com",
            "linkedin.com",
            "medium.com",
            "netlify.app",
            "observablehq.com",
            "opendata.arcgis.com",
            "opendatasoft.com",
            "pages.dev",
            "public.opendatasoft.com",
            "public.tableau.com",
            "raw.githubusercontent.com",
            "reddit.com",
            "s3.amazonaws.com",
            "services.arcgis.com",
            "sites.google.com",
            "socrata.com",
            "storage.googleapis.com",
            "storymaps.arcgis.com",
            "substack.com",
            "tumblr.com",
            "twitter.com",
            "vercel.app",
            "wikipedia.org",
            "wordpress.com",
            "x.com",
            "youtube.com",
            "zenodo.org");

    private SharedHosts() {}

    /** Whether many share this host, in lower case, with or without {@code www.} before it. */
    static boolean has(String host) {
        return HOSTS.contains(host.startsWith("www.") ? host.substring("www.".length()) : host);
    }
}
