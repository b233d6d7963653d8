package sightings.ingest.recognising;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Grade;

/** Tells use from reference from mention from what is commented out, by where in which kind of file something stands. */
final class Grader {

    private static final int LOOK_BACK = 80;
    /** Languages whose words need no quotes. */
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "fish", "ksh", "bat", "cmd", "ps1");

    /** {@code # key: } or {@code ;key=}, with a key of one word. */
    private static final Pattern SETTING =
            Pattern.compile("\\s*[#;/]+\\s*(?:- )?(?:export )?[\\w.-]{1,60}\\s?[:=]\\s*");
    /** The same, where the key is what programs are told an address by; where data is from is told otherwise. */
    private static final Pattern ADDRESS_SETTING = Pattern.compile(
            "\\s*[#;/]+\\s*(?:- )?[\\w.-]{0,60}(?:url|uri|endpoint|urlpath|download|file|path)\\s?[:=]\\s*",
            Pattern.CASE_INSENSITIVE);
    /** An element of HTML or XML that is not closed yet, or one whose text begins here. */
    private static final Pattern ELEMENT = Pattern.compile("<[A-Za-z][^<]*$");
    /** What people may click on, in pages that programs hold. */
    private static final Pattern LINK = Pattern.compile("\\bhref\\s?=\\s?\\{?\\\\?[\"'`]$", Pattern.CASE_INSENSITIVE);
    /** RSocrata and opendatatoronto. */
    private static final Pattern CLIENT = Pattern.compile(
            "\\b(?:read\\.socrata|show_package|list_package_resources|get_resource)\\(\\s*(?:\\w+\\s*=\\s*)?\\\\?[\"']$");
    /** What fetches an address that needs no quotes. */
    private static final Pattern COMMAND = Pattern.compile("\\b(?:curl|wget|aria2c|ogr2ogr|https?|ADD)\\s");

    private final String text;
    private final FileKind kind;
    private final boolean shell;
    private final Regions regions;

    Grader(String text, @Nullable String path, FileKind kind) {
        this.text = text;
        this.kind = kind;
        this.shell = SHELLS.contains(FileKind.ending(path));
        this.regions = Regions.of(text, path, kind);
    }

    /** What the text is at this position. */
    Regions.Kind regionAt(int position) {
        return regions.at(position);
    }

    /**
     * The grade of an address.
     *
     * @param start where its host begins
     * @param data whether it gives data rather than a page
     */
    Grade ofAddress(int start, boolean data) {
        int begin = beginningOfAddress(start);
        return switch (regions.at(start)) {
            case PROSE -> Grade.REFERENCE;
            case COMMENT -> data && isInstruction(begin) ? Grade.DISABLED : Grade.REFERENCE;
            case LIVE -> data && isCalled(begin) || isReadByClient(begin) ? Grade.USE : Grade.REFERENCE;
        };
    }

    /** The grade of an id that stands alone. */
    Grade ofId(int start, int end) {
        return switch (regions.at(start)) {
            case PROSE -> isPath(start) ? Grade.REFERENCE : Grade.MENTION;
            case COMMENT -> isLiteral(start, end) || isSetting(start, end) ? Grade.DISABLED : Grade.MENTION;
            case LIVE ->
                kind == FileKind.CONFIG || shell || isLiteral(start, end) || isPath(start) || isAssigned(start)
                        ? Grade.USE
                        : Grade.MENTION;
        };
    }

    /** Whether the character before is what opens a literal, a part of an address or, in prose, a cell or a note. */
    boolean isDelimited(int start) {
        var opening = regions.at(start) == Regions.Kind.PROSE ? "\"'`/(=>[|" : "\"'`/=>";
        return start > 0 && opening.indexOf(text.charAt(start - 1)) >= 0;
    }

    /** A quote, or the end of a parameter's default, before or behind: in a longer string a name is only talked about. */
    private boolean isLiteral(int start, int end) {
        boolean opened = start > 0 && "\"'`/".indexOf(text.charAt(start - 1)) >= 0;
        boolean closed = end < text.length() && "\"'`}".indexOf(text.charAt(end)) >= 0 || text.startsWith("\\\"", end);
        return opened || closed;
    }

    /** Shells need no quotes: {@code ID=abcd-1234}. */
    private boolean isAssigned(int start) {
        return start > 0 && text.charAt(start - 1) == '=';
    }

    /** What is commented out of settings and shells: {@code #ID=abcd-1234}, {@code # id: abcd-1234}. */
    private boolean isSetting(int start, int end) {
        boolean ended = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r';
        return (kind == FileKind.CONFIG || shell)
                && ended
                && SETTING.matcher(lineBefore(start)).matches();
    }

    /** Some client libraries are given the address of a dataset's page, and read its data. */
    private boolean isReadByClient(int begin) {
        return kind != FileKind.HTML && CLIENT.matcher(lineBefore(begin)).find();
    }

    private String lineBefore(int position) {
        var before = text.substring(Math.max(0, position - LOOK_BACK), position);
        return before.substring(before.lastIndexOf('\n') + 1);
    }

    private boolean isPath(int start) {
        return start > 0 && text.charAt(start - 1) == '/';
    }

    private boolean isCalled(int begin) {
        if (kind != FileKind.HTML) {
            return kind == FileKind.CONFIG || !LINK.matcher(lineBefore(begin)).find();
        }
        var before = text.substring(Math.max(0, begin - 12), begin);
        boolean attribute =
                before.contains("=") || before.contains("\"") || before.contains("'") || before.contains("`");
        return attribute && !before.toLowerCase(java.util.Locale.ROOT).contains("href");
    }

    /** Whether what is commented out was an instruction, rather than a word on where the data is from. */
    private boolean isInstruction(int begin) {
        int i = begin - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        if (i >= 0 && "\"'`=".indexOf(text.charAt(i)) >= 0 || i > 0 && text.startsWith("<-", i - 1)) {
            return true;
        }
        var line = lineBefore(begin);
        return COMMAND.matcher(line).find()
                || (kind == FileKind.HTML || kind == FileKind.CONFIG)
                        && ELEMENT.matcher(line).find()
                || kind == FileKind.CONFIG && ADDRESS_SETTING.matcher(line).matches();
    }

    /** Before the scheme, however it is escaped. */
    private int beginningOfAddress(int start) {
        int i = start;
        while (i > 0 && "/\\".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        if (i > 0 && text.charAt(i - 1) == ':') {
            i--;
            while (i > 0 && Character.isLetter(text.charAt(i - 1)) && start - i < 16) {
                i--;
            }
        }
        return i;
    }
}
