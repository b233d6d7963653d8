package sightings.ingest.downloads;

/** How the lines of a log are written. A format may remember what its file says about itself; it is used by one thread. */
interface LogFormat {

    /** Its name as settings have it. */
    String name();

    /**
     * What a line says. It never throws, whatever the bytes are.
     *
     * @param bytes hold the line
     * @param from where it begins
     * @param to behind its last byte, without the line end
     * @return good until the next call
     */
    Parsed parse(byte[] bytes, int from, int to);

    /** The next lines have these columns, which a line of the same file has named, as {@link Parsed.Directive} says. */
    default void name(String columns) {
        // Most formats have the same ones always.
    }

    /** Whether what a line says may depend on lines before it. */
    default boolean remembersLines() {
        return false;
    }

    /** Whether there is nothing in it but spaces and zeros. */
    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Behind the byte order mark that some editors leave at the head of a file. */
    static int behindMark(byte[] bytes, int from, int to) {
        return to - from >= 3
                        && bytes[from] == (byte) 0xEF
                        && bytes[from + 1] == (byte) 0xBB
                        && bytes[from + 2] == (byte) 0xBF
                ? from + 3
                : from;
    }
}
