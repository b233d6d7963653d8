package sightings.ingest.recognising;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import sightings.dataset.DatasetId;
import sightings.evidence.Method;
import sightings.evidence.Verification;
import sightings.ingest.catalogue.AddressForm;
import sightings.ingest.catalogue.AddressForms;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.NamedKey;

/** Finds the addresses of known hosts, and the datasets that they name. */
final class AddressFinder {

    static final String LISTED_RULE = "listed-address";
    /** Addresses stand within addresses, but not deeply: a text of nothing but hosts must not be read over and over. */
    private static final int MOST_NESTED = 3;

    /** Interfaces of the Open Geospatial Consortium and words of queries, each a whole part of an address. */
    private static final Pattern ASKED = Pattern.compile(
            "/(?:api|rest|wfs|wms|wmts|wcs|ows|odata|geoserver|sparql)[/?]"
                    + "|[?&](?:service=(?:wfs|wms|wmts|wcs)|request=get\\w{3,20}"
                    + "|(?:f|format|outputformat)=[^&]{0,40}?(?:json|csv|xml|gml|shp|shape|zip|xlsx))",
            Pattern.CASE_INSENSITIVE);

    private final Written written;
    private final Lexicon lexicon;
    private final Context context;
    private final Hits hits;
    private final Trace trace;
    private int readUntil;
    private int nested;

    AddressFinder(Written written, Lexicon lexicon, Context context, Hits hits, Trace trace) {
        this.written = written;
        this.lexicon = lexicon;
        this.context = context;
        this.hits = hits;
        this.trace = trace;
    }

    void find() {
        var text = written.text();
        var hosts = lexicon.hosts();
        int dot = text.indexOf('.');
        while (dot >= 0) {
            var host = hosts.at(text, dot);
            if (host == null) {
                dot = text.indexOf('.', dot + 1);
                continue;
            }
            int end = dot - host.firstDot() + host.name().length();
            int start = HostTable.start(text, dot, host);
            if (isWorthReading(start)) {
                read(host, start, end);
            }
            dot = text.indexOf('.', end);
        }
    }

    private boolean isWorthReading(int start) {
        if (start >= readUntil) {
            nested = 0;
            return true;
        }
        return ++nested <= MOST_NESTED;
    }

    private void read(Host host, int start, int end) {
        var portal = host.portal();
        if (portal != null) {
            context.speaksOf(portal, written.lines().number(start));
        }
        var tail = AddressReader.read(written.text(), end);
        readUntil = Math.max(readUntil, tail.end());
        var keys = AddressForms.read(tail.path(), tail.query());
        boolean found = named(host, start, end, tail, keys) || listed(host, start, end, tail);
        if (!found && !tail.path().isEmpty()) {
            // It may go on in the next literal of the program.
            var joined = AddressReader.readJoined(written.text(), end);
            if (joined.end() > tail.end()) {
                keys = AddressForms.read(joined.path(), joined.query());
                found = named(host, start, end, joined, keys) || listed(host, start, end, joined);
                tail = found ? joined : tail;
                readUntil = Math.max(readUntil, joined.end());
            }
        }
        if (!found && portal != null && keys.isEmpty()) {
            context.speaksOfItself(portal, written.lines().number(start));
        }
        // An address that names no dataset as it stands may still hold the default of a parameter that does.
        hits.read(start, found ? Math.max(end, tail.end()) : end);
        if (!found && trace.isOn()) {
            trace.refused(start, Math.max(end, tail.end()), Refusals.address(host, tail, lexicon));
        }
    }

    private boolean named(Host host, int start, int end, AddressReader.Tail tail, List<NamedKey> keys) {
        boolean found = false;
        for (NamedKey named : keys) {
            // The first key is the most telling one; only a list of ids names several datasets.
            if (found && named.form() != AddressForm.SOCRATA_CATALOGUE) {
                continue;
            }
            var dataset = lexicon.at(host, named.key());
            if (dataset.isPresent()) {
                found = true;
                add(dataset.get(), host, named, start, end, tail);
            }
        }
        return found;
    }

    private void add(DatasetId dataset, Host host, NamedKey named, int start, int end, AddressReader.Tail tail) {
        boolean isListed = host.listed()
                && lexicon.catalogue()
                        .listing(host.name() + tail.path())
                        .filter(dataset::equals)
                        .isPresent();
        boolean shared = host.portal() == null && host.shared();
        hits.add(new Hit(
                dataset,
                start,
                Math.max(end, tail.end()),
                written.grader().ofAddress(start, named.form().isData()),
                Method.URL,
                isListed ? Verification.LISTED : shared ? Verification.ID_ONLY : Verification.HOST_AND_ID,
                isListed ? 0.99 : shared ? 0.95 : 0.98,
                named.form().rule()));
    }

    private boolean listed(Host host, int start, int end, AddressReader.Tail tail) {
        if (!host.listed()) {
            return false;
        }
        var address = Catalogue.withoutScheme(host.name() + tail.path());
        var whole = address.indexOf('/') < 0
                ? Optional.<DatasetId>empty()
                : lexicon.catalogue().listing(address + "?" + tail.query());
        var dataset = whole.or(() -> lexicon.service(address));
        if (dataset.isEmpty()) {
            return false;
        }
        boolean data = Keys.service(address) != null || isFile(address) || isAsked(tail);
        hits.add(new Hit(
                dataset.get(),
                start,
                Math.max(end, tail.end()),
                written.grader().ofAddress(start, data),
                Method.LISTED_URL,
                Verification.LISTED,
                whole.isPresent() ? 0.97 : 0.9,
                LISTED_RULE));
        return true;
    }

    /** Whether it asks an interface of a server of maps, or any other for a format that only programs read. */
    private static boolean isAsked(AddressReader.Tail tail) {
        return ASKED.matcher(tail.path() + "?" + tail.query()).find();
    }

    private static boolean isFile(String address) {
        int dot = address.lastIndexOf('.');
        return dot > address.lastIndexOf('/') && dot > 0 && address.length() - dot <= 8;
    }
}
