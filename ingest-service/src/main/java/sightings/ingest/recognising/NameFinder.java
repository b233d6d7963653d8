package sightings.ingest.recognising;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sightings.dataset.DatasetId;
import sightings.evidence.Method;
import sightings.evidence.Verification;

/**
 * Finds datasets by the names that stand for them in addresses, apart from their host. A name is only a name where its
 * portal is spoken of, and either the path or parameter of an interface stands before it or it is quoted where the talk
 * is of one.
 */
final class NameFinder {

    static final String RULE = "host-and-name";
    static final String LIBRARY_RULE = "library-and-name";
    private static final int LEAST = 3;
    private static final int MOST = 250;
    private static final int LOOK_BACK = 60;
    private static final int DISTINCTIVE = 8;

    private static final List<String> INTERFACES = List.of(
            "package_show",
            "package_id",
            "datastore",
            "resource_show",
            "show_package",
            "resource_id",
            "ckan",
            "api/explore",
            "/catalog/datasets",
            "api/records",
            "opendatasoft",
            "explore/dataset",
            "ods-",
            "ods_",
            "api/dataset",
            "/api/1/",
            "/api/2/");
    private static final List<String> MARKS = List.of(
            "/dataset/",
            "/datasets/",
            "?id=",
            "&id=",
            "dataset=",
            "dataset_id=",
            "package_id=",
            "resource_id=",
            "datasetid=");
    /** What interfaces are asked of a dataset: its name stands before it, wherever the address began. */
    private static final List<String> OPERATIONS =
            List.of("/records", "/exports/", "/exports\"", "/facets", "/attachments", "/aggregates", "/information");
    /** What a value is called that may be the name of a dataset. */
    private static final List<String> CALLED = List.of(
            "dataset", "package", "resource", "slug", "show_package", "get_cov", "bcdc", "source_id", "data_id");
    /** What names anything at all; it takes an interface that is asked close by. */
    private static final List<String> CALLED_ID = List.of("\"id\"", "'id'", " id=", "(id=", " id =", "(id =", "id:");

    private static final List<String> ACTIONS =
            List.of("package_show", "show_package", "resource_show", "datastore_search", "/action/");
    private static final int CLOSE_BY = 250;

    private final Written written;
    private final Lexicon lexicon;
    private final Context context;
    private final Hits hits;
    private final IdJudge judge;
    private final boolean library;
    private final ConfigValues values;
    private final Placeholders placeholders;

    NameFinder(Written written, Lexicon lexicon, Context context, Hits hits, IdJudge judge, boolean library) {
        this.written = written;
        this.lexicon = lexicon;
        this.context = context;
        this.hits = hits;
        this.judge = judge;
        this.library = library;
        this.values = new ConfigValues(written.text());
        this.placeholders = new Placeholders(written.text());
    }

    void find() {
        if (context.portals().stream().noneMatch(lexicon::hasNames)) {
            return;
        }
        var text = written.text();
        int i = 0;
        while (i < text.length()) {
            if (!isName(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && isName(text.charAt(end))) {
                end++;
            }
            if (i > 0 && end - i >= LEAST && end - i <= MOST) {
                name(i, end);
            }
            i = end;
        }
    }

    private void name(int start, int end) {
        char before = written.text().charAt(start - 1);
        boolean marked = (before == '/' || before == '=') && isBehindMark(start)
                || before == '/' && (isBeforeOperation(start, end) || isBehindBase(start, end))
                || before == '=' && (isAssigned(start, end) || isQuotedParameter(start, end));
        if (!marked
                && !(Characters.isQuote(before) && isQuoted(start, end) && isCalledName(start, end))
                && !isValue(start, end)) {
            return;
        }
        for (String portal : context.portals()) {
            var dataset = lexicon.hasNames(portal) ? dataset(portal, start, end) : Optional.<DatasetId>empty();
            if (dataset.isPresent() && !hits.cover(start) && !(marked && judge.isInForeignAddress(start))) {
                boolean near = context.has(portal, written.lines().number(start));
                hits.add(new Hit(
                        dataset.get(),
                        start,
                        end,
                        written.gradeOfId(start, end),
                        Method.HOST_AND_ID,
                        library ? Verification.ID_ONLY : Verification.HOST_AND_ID,
                        near ? 0.9 : marked ? 0.85 : 0.75,
                        library ? LIBRARY_RULE : RULE));
                return;
            }
        }
    }

    private Optional<DatasetId> dataset(String portal, int start, int end) {
        var name = written.text().substring(start, end).replace("%40", "@");
        var exact = lexicon.catalogue().at(portal, name);
        if (exact.isPresent()) {
            return exact;
        }
        int last = name.length();
        while (last > 0 && ".:-_".indexOf(name.charAt(last - 1)) >= 0) {
            last--;
        }
        return lexicon.catalogue().at(portal, name.substring(0, last));
    }

    private boolean isBehindMark(int start) {
        var text = written.text();
        for (String mark : MARKS) {
            int at = start - mark.length();
            if (at >= 0 && text.regionMatches(true, at, mark, 0, mark.length())) {
                return true;
            }
        }
        return false;
    }

    /** In {@code BASE + "/street-trees/records"}: the address began elsewhere, but what is asked of it says what it is. */
    private boolean isBeforeOperation(int start, int end) {
        var text = written.text();
        return OPERATIONS.stream().anyMatch(operation -> text.startsWith(operation, end))
                && isDistinctive(start, end)
                && INTERFACES.stream().anyMatch(written::says);
    }

    /** In {@code `${API}/street-trees`}: the whole of the address but the name is a variable. */
    private boolean isBehindBase(int start, int end) {
        var text = written.text();
        return start > 1
                && text.charAt(start - 2) == '}'
                && end < text.length()
                && "\"'`?".indexOf(text.charAt(end)) >= 0
                && isDistinctive(start, end)
                && INTERFACES.stream().anyMatch(written::says);
    }

    /** In {@code --data-urlencode "id=street-trees"}. */
    private boolean isQuotedParameter(int start, int end) {
        var text = written.text();
        return start > 3
                && text.startsWith("id=", start - 3)
                && Characters.isQuote(text.charAt(start - 4))
                && end < text.length()
                && text.charAt(end) == text.charAt(start - 4)
                && isAskedCloseBy(start);
    }

    /** In {@code PKG=street-trees} of a shell: a word by itself, which the interface of the same text is asked for. */
    private boolean isAssigned(int start, int end) {
        var text = written.text();
        int name = start - 1;
        while (name > 0 && Characters.isKey(text.charAt(name - 1))) {
            name--;
        }
        boolean alone = name < start - 1 && (name == 0 || Character.isWhitespace(text.charAt(name - 1)));
        boolean ended = end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == ';';
        return alone
                && ended
                && INTERFACES.stream().anyMatch(written::says)
                && (isDistinctive(start, end) || isPutIntoAddress(start, end));
    }

    /** Settings name datasets without quotes, and without a word of the interface. */
    private boolean isValue(int start, int end) {
        return written.kind() == FileKind.CONFIG
                && isKnown(start, end)
                && (values.isCalledDataset(start, end) || values.isCalledId(start, end) && isAskedCloseBy(start));
    }

    private boolean isKnown(int start, int end) {
        return context.portals().stream().anyMatch(portal -> isNamed(portal, start, end));
    }

    private boolean isNamed(String portal, int start, int end) {
        return lexicon.hasNames(portal) && dataset(portal, start, end).isPresent();
    }

    private boolean isQuoted(int start, int end) {
        var text = written.text();
        return end < text.length()
                && (text.charAt(end) == text.charAt(start - 1)
                        || text.charAt(end) == '\\'
                        || text.charAt(end) == '/' && isName(text.charAt(start)));
    }

    /** Quoted words are many: this one must be called a dataset, or be too distinctive to be anything else. */
    private boolean isCalledName(int start, int end) {
        if (!library && INTERFACES.stream().noneMatch(written::says)) {
            return false;
        }
        var text = written.text();
        var before = text.substring(Math.max(0, start - LOOK_BACK), start).toLowerCase(Locale.ROOT);
        int line = before.lastIndexOf('\n', before.length() - 2);
        var said = line < 0 ? before : before.substring(line);
        return CALLED.stream().anyMatch(said::contains)
                || isDistinctive(start, end)
                || CALLED_ID.stream().anyMatch(said::contains) && isAskedCloseBy(start)
                || isPutIntoAddress(start, end);
    }

    private boolean isPutIntoAddress(int start, int end) {
        return isKnown(start, end) && placeholders.take(start);
    }

    private boolean isAskedCloseBy(int start) {
        var text = written.text();
        var around = text.substring(Math.max(0, start - CLOSE_BY), Math.min(text.length(), start + CLOSE_BY))
                .toLowerCase(Locale.ROOT);
        return ACTIONS.stream().anyMatch(around::contains);
    }

    private boolean isDistinctive(int start, int end) {
        int joints = 0;
        for (int i = start; i < end; i++) {
            joints += Characters.isJoint(written.text().charAt(i)) ? 1 : 0;
        }
        return joints >= 2 || joints == 1 && end - start >= DISTINCTIVE;
    }

    private static boolean isName(char c) {
        return Characters.isKey(c)
                || c == '@'
                || c == ':'
                || c == '%'
                || c == '.'
                || c >= 0xc0 && Character.isLetter(c);
    }
}
