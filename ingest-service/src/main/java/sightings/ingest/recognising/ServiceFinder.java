package sightings.ingest.recognising;

import java.util.Locale;
import sightings.evidence.Method;
import sightings.evidence.Verification;

/**
 * Finds layers of ArcGIS services by their paths apart from the server: {@code BASE + "/Public/Trees/MapServer/3"}. The
 * text must name the server that has this path somewhere else, with the publisher's part of its address.
 */
final class ServiceFinder {

    static final String RULE = "server-and-service";
    private static final int MOST = 200;

    private final Written written;
    private final Lexicon lexicon;
    private final Hits hits;

    ServiceFinder(Written written, Lexicon lexicon, Hits hits) {
        this.written = written;
        this.lexicon = lexicon;
        this.hits = hits;
    }

    void find() {
        if (!lexicon.hasServices()) {
            return;
        }
        var text = written.text();
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            int end = kindEnd(text, slash + 1);
            if (end > 0) {
                service(start(text, slash), end);
            }
        }
    }

    /** Where the kind of server that stands here ends; 0 where none does. */
    private static int kindEnd(String text, int at) {
        // Slashes are many, and what stands behind them mostly begins otherwise.
        if (at == text.length() || "fFmMiI".indexOf(text.charAt(at)) < 0) {
            return 0;
        }
        for (var kind : Lexicon.SERVERS) {
            if (text.regionMatches(true, at, kind, 0, kind.length())) {
                return at + kind.length();
            }
        }
        return 0;
    }

    private static int start(String text, int slash) {
        int start = slash;
        while (start > 0 && slash - start < MOST && isPath(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isPath(char c) {
        return Characters.isKey(c) || c == '/' || c == '.' || c == '%';
    }

    private void service(int start, int kindEnd) {
        var text = written.text();
        int end = kindEnd;
        if (end < text.length() && text.charAt(end) == '/') {
            int digits = end + 1;
            while (digits < text.length() && digits < end + 5 && Character.isDigit(text.charAt(digits))) {
                digits++;
            }
            end = digits > end + 1 ? digits : end;
        }
        if (hits.cover(kindEnd - 1)) {
            return;
        }
        var address = text.substring(start, end).toLowerCase(Locale.ROOT).replace("/rest/services/", Lexicon.SERVICES);
        int services = address.lastIndexOf(Lexicon.SERVICES);
        var server = services < 0 ? "" : withoutSlashes(address.substring(0, services));
        var path = services < 0 ? withoutSlashes(address) : address.substring(services + Lexicon.SERVICES.length());
        var service = lexicon.serviceAt(path);
        if (service != null && isSaid(service.root(), server)) {
            int from = end - path.length();
            hits.add(new Hit(
                    service.dataset(),
                    from,
                    end,
                    written.gradeOfId(from, end),
                    Method.HOST_AND_ID,
                    Verification.HOST_AND_ID,
                    0.9,
                    RULE));
        }
    }

    /** Whether what the address here lacks of its server stands somewhere in the text. */
    private boolean isSaid(String root, String server) {
        if (!root.endsWith(server)) {
            return false;
        }
        var elsewhere = root.substring(0, root.length() - server.length());
        return written.says(elsewhere.endsWith("/") ? elsewhere.substring(0, elsewhere.length() - 1) : elsewhere);
    }

    private static String withoutSlashes(String path) {
        int from = 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        return path.substring(from);
    }
}
