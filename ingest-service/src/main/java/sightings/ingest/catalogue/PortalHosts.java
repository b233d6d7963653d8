package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

    /** Where nothing says which portal it is; the name can never be anybody's host (RFC 6761). */
    static final PortalHosts UNKNOWN = new PortalHosts("portal.invalid", List.of());

    /** Longer than the name of anything; what is longer is a question rather than a name. */
    private static final int MOST_NAMING = 300;

    PortalHosts {
        others = List.copyOf(others);
    }

    Set<String> all() {
        var hosts = new LinkedHashSet<String>();
        hosts.add(main);
        hosts.addAll(others);
        return hosts;
    }

    /** The same portal, which these hosts are as well. */
    PortalHosts with(Collection<String> more) {
        if (more.stream().allMatch(this::isOurs) || !isKnown()) {
            return this;
        }
        var hosts = new LinkedHashSet<>(others);
        hosts.addAll(more);
        hosts.remove(main);
        return new PortalHosts(main, List.copyOf(hosts));
    }

    /** Whether any host is known. */
    boolean isKnown() {
        return !main.equals(UNKNOWN.main);
    }

    boolean isOurs(String host) {
        return main.equals(host) || others.contains(host);
    }

    /** The portal's address with this path. */
    String pageOf(String path) {
        return "https://" + main + path;
    }

    /** References of these values, sorted as the contract wants them. */
    List<Reference> references(
            Collection<String> ids,
            Collection<String> slugs,
            Collection<String> resources,
            Collection<String> addresses,
            LocalDate today) {
        var references = new ArrayList<Reference>();
        if (isKnown()) {
            new TreeSet<>(all()).forEach(host -> references.add(new Reference(Kind.HOST, host, today)));
        }
        new TreeSet<>(ids).forEach(id -> references.add(new Reference(Kind.ID, id, today)));
        new TreeSet<>(slugs).forEach(slug -> references.add(new Reference(Kind.SLUG, slug, today)));
        new TreeSet<>(resources).forEach(resource -> references.add(new Reference(Kind.RESOURCE, resource, today)));
        var urls = new TreeSet<String>();
        addresses.forEach(address -> listed(address).ifPresent(urls::add));
        urls.removeIf(url -> url.indexOf('/') < 0 || url.startsWith(UNKNOWN.main()));
        urls.forEach(url -> references.add(new Reference(Kind.URL, url, today)));
        return references;
    }

    /**
     * The address as a reference; empty where it is named by its query in a way that the keys of its platform say already, or
     * that says nothing.
     */
    private static Optional<String> listed(String address) {
        var naming = AddressNames.naming(address);
        var path = Catalogue.withoutScheme(address);
        if (naming.isEmpty()) {
            return Optional.of(path);
        }
        int slash = path.indexOf('/');
        boolean keyed = slash < 0
                || naming.indexOf('=') < 0
                || naming.length() > MOST_NAMING
                || !AddressForms.read(path.substring(slash), naming).isEmpty();
        return keyed ? Optional.empty() : Optional.of(path + "?" + naming);
    }
}
