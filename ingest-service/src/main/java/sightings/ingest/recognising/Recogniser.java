package sightings.ingest.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.evidence.Grade;
import sightings.evidence.Method;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.Sighting;
import sightings.evidence.SightingId;
import sightings.evidence.Subject;
import sightings.evidence.Verification;
import sightings.ingest.catalogue.AddressForm;
import sightings.ingest.catalogue.AddressForms;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.NamedKey;

/**
 * Finds the datasets of a catalogue in what was observed. Pure: same observation and catalogue, same sightings. The
 * shape of an address or id alone is never a find; the catalogue decides. Its time grows with the length of the text and
 * nothing else.
 */
public final class Recogniser {

    private static final String VERSION = "@1";
    /** A file that names this many datasets lists the catalogue; it does not use each of them. */
    private static final int LIST = 40;

    /** At most one sighting of each dataset: the strongest, at its line. Sorted by dataset. */
    public List<Sighting> recognise(Observation observation, Catalogue catalogue) {
        var best = new TreeMap<DatasetId, Found>();
        var kind = kind(observation);
        var reading = new Reading(observation.text(), observation.place().path(), kind, catalogue);
        reading.hits().forEach(hit -> keepStrongest(best, new Found(hit, observation.text(), null)));
        for (String link : observation.links()) {
            new Reading(link, null, FileKind.PROSE, catalogue)
                    .hits()
                    .forEach(hit -> keepStrongest(best, new Found(hit.atMost(Grade.REFERENCE), link, link)));
        }
        boolean list = best.size() > LIST && (kind == FileKind.CONFIG || kind == FileKind.DATA);
        var lines = new Lines(observation.text());
        return best.values().stream()
                .map(found -> sighting(observation, catalogue, lines, list ? found.atMost(Grade.REFERENCE) : found))
                .toList();
    }

    private static FileKind kind(Observation observation) {
        return observation.subject().kind() == Subject.Kind.REPOSITORY
                ? FileKind.of(observation.place().path())
                : FileKind.PROSE;
    }

    private static void keepStrongest(Map<DatasetId, Found> best, Found found) {
        best.merge(found.hit().dataset(), found, (a, b) -> Hit.STRONGEST_FIRST.compare(b.hit(), a.hit()) < 0 ? b : a);
    }

    private static Sighting sighting(Observation observation, Catalogue catalogue, Lines lines, Found found) {
        var hit = found.hit();
        Place place = observation.place();
        String snippet;
        if (found.link() == null) {
            place = place.atLine(lines.number(hit.start()));
            snippet = Snippets.around(observation.text(), lines, hit.start(), hit.end());
        } else {
            snippet = Snippets.around(found.link(), new Lines(found.link()), hit.start(), hit.end());
        }
        return new Sighting(
                SightingId.of(observation.subject().id(), observation.place(), hit.dataset()),
                hit.dataset(),
                place,
                hit.grade(),
                hit.method(),
                hit.verification(),
                hit.confidence(),
                snippet,
                observation.source(),
                observation.seenAt(),
                observation.publishedAt(),
                hit.rule() + VERSION,
                catalogue.version());
    }

    /** A hit with where its text is. */
    private record Found(Hit hit, String text, @Nullable String link) {

        Found atMost(Grade most) {
            return new Found(hit.atMost(most), text, link);
        }
    }

    /** One text being read. */
    private static final class Reading {

        private static final int MAX_NESTED = 3;
        private static final List<String> CLIENTS = List.of("socrata", "sodapy", "soda");
        private static final List<String> PATHS = List.of(
                "/api/v3/views/",
                "/api/views/",
                "/api/geospatial/",
                "/datastore/dump/",
                "/resource/",
                "/views/",
                "/d/");
        private static final List<String> CKAN_WORDS = List.of(
                "package_show", "package_id", "datastore", "resource_show", "show_package", "resource_id", "ckan");

        private final String text;
        private final FileKind kind;
        private final Catalogue catalogue;
        private final Grader grader;
        private final List<Hit> hits = new ArrayList<>();
        private final Set<String> portals = new HashSet<>();
        private final Set<Integer> portalLines = new HashSet<>();
        private final List<int[]> addresses = new ArrayList<>();
        private final Map<String, Boolean> words = new HashMap<>();
        private final Lines lines;
        private int readUntil;
        private int nested;

        Reading(String text, @Nullable String path, FileKind kind, Catalogue catalogue) {
            this.text = text;
            this.kind = kind;
            this.catalogue = catalogue;
            this.grader = new Grader(text, path, kind);
            this.lines = new Lines(text);
        }

        List<Hit> hits() {
            findAddresses();
            findKeys();
            return hits;
        }

        private void findAddresses() {
            int i = 0;
            while (i < text.length()) {
                if (!isHost(text.charAt(i))) {
                    i++;
                    continue;
                }
                int end = i;
                boolean dotted = false;
                while (end < text.length() && isHost(text.charAt(end))) {
                    dotted |= text.charAt(end) == '.';
                    end++;
                }
                if (dotted && end - i >= 4 && end - i <= 270 && worthReading(i)) {
                    host(i, end);
                }
                i = end;
            }
        }

        /** Addresses stand within addresses, but not deeply: a text of nothing but hosts must not be read over and over. */
        private boolean worthReading(int start) {
            if (start >= readUntil) {
                nested = 0;
                return true;
            }
            return ++nested <= MAX_NESTED;
        }

        /** A run of the characters of host names, which may be led by the rest of an escape. */
        private void host(int runStart, int runEnd) {
            int end = runEnd;
            while (end > runStart && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
                end--;
            }
            for (int start : starts(runStart)) {
                if (start >= end) {
                    continue;
                }
                var host = text.substring(start, end).toLowerCase(Locale.ROOT);
                var portal = catalogue
                        .portalAt(host)
                        .or(() -> host.startsWith("www.")
                                ? catalogue.portalAt(host.substring(4))
                                : java.util.Optional.empty());
                if (portal.isPresent()) {
                    portalAddress(portal.get(), host, start, end);
                    return;
                }
                if (catalogue.listsAddressesAt(host)) {
                    var tail = AddressReader.read(text, end);
                    listed(host, tail, start);
                    return;
                }
            }
        }

        private void portalAddress(String portal, String host, int start, int end) {
            var tail = AddressReader.read(text, end);
            portals.add(portal);
            portalLines.add(lines.number(start));
            readUntil = Math.max(readUntil, tail.end());
            boolean found = false;
            for (NamedKey named : AddressForms.read(tail.path(), tail.query())) {
                var dataset = catalogue.at(portal, named.key());
                // The first key is the most telling one; only a list of ids names several datasets.
                if (dataset.isPresent() && (!found || named.form() == AddressForm.SOCRATA_CATALOGUE)) {
                    found = true;
                    boolean isListed = catalogue
                            .listing(host + tail.path())
                            .filter(dataset.get()::equals)
                            .isPresent();
                    hits.add(new Hit(
                            dataset.get(),
                            start,
                            tail.end(),
                            grader.ofAddress(start, named.form().isData()),
                            Method.URL,
                            isListed ? Verification.LISTED : Verification.HOST_AND_ID,
                            isListed ? 0.99 : 0.98,
                            named.form().rule()));
                }
            }
            // An address that names no dataset as it stands may still hold the default of a parameter that does.
            addresses.add(new int[] {start, found ? Math.max(end, tail.end()) : end});
            if (!found) {
                listed(host, tail, start);
            }
        }

        private void listed(String host, AddressReader.Tail tail, int start) {
            var address = Catalogue.withoutScheme(host + tail.path());
            for (int steps = 0; steps < 12 && address.indexOf('/') > 0; steps++) {
                var dataset = catalogue.listing(address);
                if (dataset.isPresent()) {
                    boolean data = isService(address) || isFile(address);
                    hits.add(new Hit(
                            dataset.get(),
                            start,
                            tail.end(),
                            grader.ofAddress(start, data),
                            Method.LISTED_URL,
                            Verification.LISTED,
                            steps == 0 ? 0.97 : 0.9,
                            "listed-address"));
                    return;
                }
                if (!isService(address)) {
                    return;
                }
                // Layers and queries stand behind the address of a service.
                address = address.substring(0, address.lastIndexOf('/'));
            }
        }

        private static boolean isService(String address) {
            return address.contains("/FeatureServer") || address.contains("/MapServer");
        }

        private static boolean isFile(String address) {
            int dot = address.lastIndexOf('.');
            return dot > address.lastIndexOf('/') && dot > 0 && address.length() - dot <= 8;
        }

        private void findKeys() {
            int next = 0;
            int i = 0;
            while (i < text.length()) {
                if (next < addresses.size() && i >= addresses.get(next)[0]) {
                    i = Math.max(i, addresses.get(next)[1]);
                    next++;
                    continue;
                }
                if (!isKey(text.charAt(i))) {
                    i++;
                    continue;
                }
                int stop = next < addresses.size() ? addresses.get(next)[0] : text.length();
                int end = i;
                while (end < stop && isKey(text.charAt(end))) {
                    end++;
                }
                int first = i;
                int last = end;
                while (first < last && isJoint(text.charAt(first))) {
                    first++;
                }
                while (last > first && isJoint(text.charAt(last - 1))) {
                    last--;
                }
                if (last - first >= 5 && last - first <= 250) {
                    token(first, last);
                }
                i = Math.max(end, i + 1);
            }
        }

        private void token(int runStart, int end) {
            for (int start : starts(runStart)) {
                if (end - start == 9
                                && !AddressForms.fourByFour(text.substring(start, end))
                                        .isEmpty()
                        || isNumber(start, end)) {
                    if (key(start, end)) {
                        return;
                    }
                } else if (end - start > 9 && fourByFourAtEdge(start, end)) {
                    return;
                }
            }
            name(runStart, end);
        }

        /** {@code abcd-1234_rows} and {@code crimes_abcd-1234}: ids in the names of files and variables. */
        private boolean fourByFourAtEdge(int start, int end) {
            if (text.charAt(start + 4) == '-' && text.charAt(start + 9) == '_' && hasDigit(start, start + 9)) {
                return key(start, start + 9);
            }
            char before = text.charAt(end - 10);
            return text.charAt(end - 5) == '-'
                    && (before == '_' || before == '-')
                    && hasDigit(end - 9, end)
                    && key(end - 9, end);
        }

        private boolean key(int start, int end) {
            var key = text.substring(start, end);
            for (String portal : catalogue.portalsWith(key)) {
                var dataset = catalogue.at(portal, key);
                if (dataset.isPresent() && confirmed(portal, key, start)) {
                    add(dataset.get(), portal, start, end);
                    return true;
                }
            }
            return false;
        }

        /** A name is only a name where quotes say so and the talk is of a portal's interface. */
        private void name(int start, int end) {
            boolean quoted = start > 0
                    && end < text.length()
                    && "\"'`".indexOf(text.charAt(start - 1)) >= 0
                    && (text.charAt(end) == text.charAt(start - 1) || text.charAt(end) == '\\');
            if (!quoted
                    || portals.isEmpty()
                    || end - start < 6
                    || CKAN_WORDS.stream().noneMatch(this::says)) {
                return;
            }
            var key = text.substring(start, end);
            for (String portal : portals) {
                catalogue.at(portal, key).ifPresent(dataset -> add(dataset, portal, start, end));
            }
        }

        private boolean confirmed(String portal, String key, int start) {
            if (portals.contains(portal)) {
                return hasDigit(key) || grader.isDelimited(start);
            }
            // Only an id that is nobody else's stands for itself, and only where the talk is of such a portal.
            return catalogue.portalsWith(key).size() == 1
                    && hasDigit(key)
                    && (isBehindPath(start)
                            || key.length() > 9
                            || CLIENTS.stream().anyMatch(this::says));
        }

        private void add(DatasetId dataset, String portal, int start, int end) {
            boolean host = portals.contains(portal);
            boolean near = host && portalLines.contains(lines.number(start));
            hits.add(new Hit(
                    dataset,
                    start,
                    end,
                    grader.ofId(start, end),
                    Method.HOST_AND_ID,
                    host ? Verification.HOST_AND_ID : Verification.ID_ONLY,
                    near ? 0.92 : host ? 0.85 : isBehindPath(start) ? 0.75 : 0.6,
                    host ? "host-and-id" : isBehindPath(start) ? "path-and-id" : "client-and-id"));
        }

        /** Behind the path of an interface that is put together elsewhere, and not behind somebody else's host. */
        private boolean isBehindPath(int start) {
            var before = text.substring(Math.max(0, start - 60), start).replace("\\/", "/");
            for (String path : PATHS) {
                if (before.endsWith(path)) {
                    int host = before.length() - path.length();
                    return host == 0 || !isHost(before.charAt(host - 1));
                }
            }
            return false;
        }

        private boolean says(String word) {
            return words.computeIfAbsent(word, this::contains);
        }

        private boolean contains(String word) {
            for (int i = 0; i + word.length() <= text.length(); i++) {
                if (text.regionMatches(true, i, word, 0, word.length())) {
                    return true;
                }
            }
            return false;
        }

        /** A run may begin with the rest of an escape: {@code %2F}, {@code \n}, {@code \u002F}, {@code %252F}. */
        private int[] starts(int run) {
            char before = run == 0 ? ' ' : text.charAt(run - 1);
            if (before == '%') {
                int start = run;
                while (text.startsWith("25", start)) {
                    start += 2;
                }
                return new int[] {run, start + 2};
            }
            if (before == '\\') {
                return new int[] {run, run + 1, run + 3, run + 5};
            }
            return new int[] {run};
        }

        /** A uuid, or 32 hexadecimal digits, with or without what some portals put before them. */
        private boolean isNumber(int start, int end) {
            int from = text.startsWith("d_", start) ? start + 2 : start;
            int length = end - from;
            if (length != 36 && length != 32) {
                return false;
            }
            for (int i = from; i < end; i++) {
                int place = i - from;
                boolean hyphen = length == 36 && (place == 8 || place == 13 || place == 18 || place == 23);
                if (hyphen ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0) {
                    return false;
                }
            }
            return true;
        }

        private boolean hasDigit(int start, int end) {
            return hasDigit(text.substring(start, end));
        }

        private static boolean hasDigit(String key) {
            return key.chars().anyMatch(c -> c >= '0' && c <= '9');
        }

        private static boolean isHost(char c) {
            return isAlphanumeric(c) || c == '.' || c == '-';
        }

        private static boolean isKey(char c) {
            return isAlphanumeric(c) || c == '-' || c == '_';
        }

        private static boolean isJoint(char c) {
            return c == '-' || c == '_';
        }

        private static boolean isAlphanumeric(char c) {
            return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
    }
}
