package sightings.ingest.downloads;

/** The format of one file. */
final class Formats {

    private final LogFormat format;

    private Formats(LogFormat format) {
        this.format = format;
    }

    /** The format with this name. */
    static Formats of(String name) {
        return new Formats(new CombinedFormat());
    }

    Parsed parse(byte[] bytes, int from, int to) {
        return format.parse(bytes, from, to);
    }
}
