package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

    /** Parameters that name what is asked for; without them the path would stand for everything that is there. */
    private static final Set<String> NAMING = Set.of(
            "code",
            "dataset",
            "datasets",
            "doc",
            "document",
            "documentid",
            "file",
            "fileid",
            "id",
            "ids",
            "item",
            "itemid",
            "layers",
            "name",
            "p",
            "package_id",
            "page",
            "q",
            "query",
            "report",
            "resource",
            "resource_id",
            "service",
            "sql",
            "table",
            "tablename",
            "typename",
            "typenames",
            "uuid",
            "view");

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
        return !equals(UNKNOWN);
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
        addresses.stream()
                .filter(PortalHosts::isNamedByPath)
                .forEach(address -> urls.add(Catalogue.withoutScheme(address)));
        urls.removeIf(url -> url.indexOf('/') < 0 || url.startsWith(UNKNOWN.main()));
        urls.forEach(url -> references.add(new Reference(Kind.URL, url, today)));
        return references;
    }

    /** Whether host and path alone still name what the address names. */
    private static boolean isNamedByPath(String address) {
        int question = address.indexOf('?');
        if (question < 0) {
            return true;
        }
        int end = address.indexOf('#', question);
        var query = end < 0 ? address.substring(question + 1) : address.substring(question + 1, end);
        for (String parameter : query.split("&", 100)) {
            int equals = parameter.indexOf('=');
            var name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (NAMING.contains(name.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
