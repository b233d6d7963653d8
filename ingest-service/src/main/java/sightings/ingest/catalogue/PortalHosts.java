package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sightings.dataset.Reference;
import sightings.dataset.Reference.Kind;

/**
 * A portal's hosts, which all its datasets share.
 *
 * @param main the host that names the portal
 * @param others other hosts people link to
 */
record PortalHosts(String main, List<String> others) {

    PortalHosts {
        others = List.copyOf(others);
    }

    Set<String> all() {
        var hosts = new LinkedHashSet<String>();
        hosts.add(main);
        hosts.addAll(others);
        return hosts;
    }

    boolean isOurs(String host) {
        return all().contains(host);
    }

    /** References of these values, sorted as the contract wants them. */
    List<Reference> references(
            Collection<String> ids,
            Collection<String> slugs,
            Collection<String> resources,
            Collection<String> addresses,
            LocalDate today) {
        var references = new ArrayList<Reference>();
        new TreeSet<>(all()).forEach(host -> references.add(new Reference(Kind.HOST, host, today)));
        new TreeSet<>(ids).forEach(id -> references.add(new Reference(Kind.ID, id, today)));
        new TreeSet<>(slugs).forEach(slug -> references.add(new Reference(Kind.SLUG, slug, today)));
        new TreeSet<>(resources).forEach(resource -> references.add(new Reference(Kind.RESOURCE, resource, today)));
        var urls = new TreeSet<String>();
        addresses.forEach(address -> urls.add(Catalogue.withoutScheme(address)));
        urls.removeIf(url -> url.indexOf('/') < 0);
        urls.forEach(url -> references.add(new Reference(Kind.URL, url, today)));
        return references;
    }
}
