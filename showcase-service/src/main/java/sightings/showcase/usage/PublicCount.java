package sightings.showcase.usage;

/** A number that the public may see. Where it says something of fewer than five visitors, it is not told exactly. */
public sealed interface PublicCount {

    /**
     * The number itself.
     *
     * @param value how many accesses
     */
    record Exact(long value) implements PublicCount {}

    /**
     * Accesses by fewer visitors than this, or fewer accesses than this. In words: "fewer than 5 visitors".
     *
     * @param threshold the first number that would be told
     */
    record FewerThan(int threshold) implements PublicCount {}

    /** For drawing: the number, or 0 where it is not told. */
    default long drawn() {
        return switch (this) {
            case Exact exact -> exact.value();
            case FewerThan _ -> 0;
        };
    }
}
