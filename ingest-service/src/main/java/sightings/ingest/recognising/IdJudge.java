package sightings.ingest.recognising;

import java.util.List;
import sightings.dataset.DatasetId;
import sightings.evidence.Method;
import sightings.evidence.Verification;

/** Decides whether an id of the catalogue that stands apart from its host means its dataset, and how sure that is. */
final class IdJudge {

    private static final List<String> PATHS = List.of(
            "/api/v3/views/",
            "/api/views/",
            "/api/geospatial/",
            "/datastore/dump/",
            "/resource/",
            "/datasets/",
            "/dataset/",
            "/views/",
            "/d/");
    private static final List<String> CLIENTS = List.of("socrata", "sodapy", "soda", "ckan", "arcgis");
    /** Longer than an address before its id ever is; the way back must have an end. */
    private static final int MOST_BEFORE = 300;

    private final Written written;
    private final Lexicon lexicon;
    private final Context context;
    private final Hits hits;
    private final Trace trace;

    IdJudge(Written written, Lexicon lexicon, Context context, Hits hits, Trace trace) {
        this.written = written;
        this.lexicon = lexicon;
        this.context = context;
        this.hits = hits;
        this.trace = trace;
    }

    /** Takes in the find, if it is one. */
    boolean judge(DatasetId dataset, String portal, int start, int end) {
        var text = written.text();
        boolean host = context.has(portal);
        boolean digit = Characters.hasDigit(text, start, end);
        boolean telling = digit ? Characters.hasLetter(text, start, end) : !Keys.readsLikeWords(text, start);
        if (!telling && !(host && (digit || written.grader().isDelimited(start)))) {
            refuse(start, end, Refusals.ordinaryWord(portal, host));
            return false;
        }
        boolean number = end - start > 9;
        if (!host && !number && isInForeignAddress(start)) {
            refuse(start, end, Refusals.foreignHost(portal));
            return false;
        }
        boolean path = isBehindPath(start);
        boolean near = host && context.has(portal, written.lines().number(start));
        boolean client = !host && !path && CLIENTS.stream().anyMatch(written::says);
        hits.add(new Hit(
                dataset,
                start,
                end,
                written.gradeOfId(start, end),
                Method.HOST_AND_ID,
                host ? Verification.HOST_AND_ID : Verification.ID_ONLY,
                near ? 0.92 : host ? 0.85 : path ? 0.75 : number ? 0.7 : client ? 0.6 : 0.5,
                host ? "host-and-id" : path ? "path-and-id" : client ? "client-and-id" : "id-alone"));
        return true;
    }

    private void refuse(int start, int end, Refusal refusal) {
        if (trace.isOn()) {
            trace.refused(start, end, refusal);
        }
    }

    /** Behind the path of an interface that is put together elsewhere, and not behind somebody else's host. */
    boolean isBehindPath(int start) {
        var text = written.text();
        for (String path : PATHS) {
            int at = start - path.length();
            if (at >= 0 && text.startsWith(path, at)) {
                return at == 0 || !Characters.isHost(text.charAt(at - 1));
            }
        }
        return false;
    }

    /** Whether the address that this stands in has a host, and not one that the catalogue knows. */
    boolean isInForeignAddress(int start) {
        var text = written.text();
        int begin = start;
        while (begin > 0 && start - begin < MOST_BEFORE && isOfAddress(text.charAt(begin - 1))) {
            begin--;
        }
        int scheme = text.indexOf("://", begin, start);
        int host = scheme >= 0 ? scheme + 3 : begin;
        int end = host;
        while (end < start && Characters.isHost(text.charAt(end))) {
            end++;
        }
        int last = -1;
        for (int dot = text.indexOf('.', host, end); dot >= 0; dot = text.indexOf('.', dot + 1, end)) {
            if (lexicon.hosts().at(text, dot) != null) {
                return false;
            }
            last = dot;
        }
        if (last < 0 || end == start || text.charAt(end) != '/' && text.charAt(end) != ':') {
            return false;
        }
        return scheme >= 0 || end - last >= 3 && !Characters.hasDigit(text, last, end);
    }

    private static boolean isOfAddress(char c) {
        return c > ' ' && c < 0x7f && "\"'`<>()[]|,;\\".indexOf(c) < 0;
    }
}
