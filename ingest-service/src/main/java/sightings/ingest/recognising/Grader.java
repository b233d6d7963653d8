package sightings.ingest.recognising;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Grade;

/** Tells use from reference from mention from what is commented out, by where in which kind of file something stands. */
final class Grader {

    private static final int LOOK_BACK = 80;
    /** Languages whose words need no quotes. */
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "fish", "ksh", "bat", "cmd", "ps1");

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
            case LIVE -> data && isCalled(begin) ? Grade.USE : Grade.REFERENCE;
        };
    }

    /** The grade of an id that stands alone. */
    Grade ofId(int start, int end) {
        return switch (regions.at(start)) {
            case PROSE -> isPath(start) ? Grade.REFERENCE : Grade.MENTION;
            case COMMENT -> isLiteral(start, end) ? Grade.DISABLED : Grade.MENTION;
            case LIVE ->
                kind == FileKind.CONFIG || shell || isLiteral(start, end) || isPath(start) || isAssigned(start)
                        ? Grade.USE
                        : Grade.MENTION;
        };
    }

    /** Whether the character before is what opens a literal, or a part of an address. */
    boolean isDelimited(int start) {
        return start > 0 && "\"'`/(=>[|".indexOf(text.charAt(start - 1)) >= 0;
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

    private boolean isPath(int start) {
        return start > 0 && text.charAt(start - 1) == '/';
    }

    private boolean isCalled(int begin) {
        if (kind != FileKind.HTML) {
            return true;
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
        var before = text.substring(Math.max(0, begin - LOOK_BACK), begin);
        var line = before.substring(before.lastIndexOf('\n') + 1);
        return line.contains("curl ") || line.contains("wget ") || kind == FileKind.HTML && line.contains("<");
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
