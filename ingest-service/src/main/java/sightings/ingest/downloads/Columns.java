package sightings.ingest.downloads;

import java.util.Map;

/**
 * Which columns the next lines of a file have, where the file itself names them: IIS does so again whenever it is started.
 * It grows with the lines that are read.
 */
final class Columns {

    private static final String NAMES = "columns";
    private static final String POSITION = "columnsAt";

    private String names = "";
    private long position;

    /** As a checkpoint has them. */
    static Columns of(Map<String, String> state) {
        var columns = new Columns();
        columns.name(state.getOrDefault(NAMES, ""), Long.parseLong(state.getOrDefault(POSITION, "0")));
        return columns;
    }

    /**
     * The file names them.
     *
     * @param newNames as {@link Parsed.Directive} has them, of columns that count here
     * @param at bytes up to and with the line that names them
     */
    void name(String newNames, long at) {
        names = newNames;
        position = at;
    }

    /** The names; empty where only the head of the file may tell. */
    String names() {
        return names;
    }

    /** What was known of them at this place, of a text that is another one behind it. */
    Columns at(long place) {
        var columns = new Columns();
        if (position <= place) {
            columns.name(names, position);
        }
        return columns;
    }

    /** What a checkpoint keeps of it. */
    Map<String, String> state() {
        return names.isEmpty() ? Map.of() : Map.of(NAMES, names, POSITION, Long.toString(position));
    }
}
