package sightings.showcase.usage;

/**
 * A number that the public may see. Where it says something of fewer visitors than the threshold, it is not told exactly;
 * and a sum never holds what is not told, so that nothing comes out by subtraction.
 */
public sealed interface PublicCount {

    /**
     * The number itself.
     *
     * @param value how many accesses
     */
    record Exact(long value) implements PublicCount {}

    /**
     * The part of a number that is told: the rest is too small to be told, or is not over yet.
     *
     * @param value how many accesses at least
     */
    record AtLeast(long value) implements PublicCount {}

    /**
     * Accesses by fewer visitors than this, or fewer accesses than this. In words: "fewer than 5 visitors".
     *
     * @param threshold the first number that would be told
     */
    record FewerThan(int threshold) implements PublicCount {}

    /** For drawing and adding: what is told of the number. */
    default long told() {
        return switch (this) {
            case Exact exact -> exact.value();
            case AtLeast atLeast -> atLeast.value();
            case FewerThan _ -> 0;
        };
    }
}
