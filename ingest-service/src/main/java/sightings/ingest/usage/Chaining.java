package sightings.ingest.usage;

/** How accesses of one URL are taken together, under the rules of a profile. */
enum Chaining {
    /** Of a chain of clicks the last one stays, as {@link VisitorDay} has it. */
    DOUBLE_CLICKS(VisitorDay.DOUBLE_CLICK) {
        @Override
        Chain joined(Chain one, Chain other) {
            // What is of the same second is told apart by nothing that matters, but always in the same way.
            boolean last = one.end() != other.end()
                    ? one.end() > other.end()
                    : one.cell().compareTo(other.cell()) > 0;
            return span(one, other, true, last ? one.cell() : other.cell());
        }
    },

    /**
     * Parts of a file are one download where the whole file is not among them, which counts by itself, as {@link
     * SuccessfulDay} has it. It is counted where it began.
     */
    RANGES(SuccessfulDay.RESUMED_WITHIN) {
        @Override
        Chain joined(Chain one, Chain other) {
            boolean first = one.start() != other.start()
                    ? one.start() < other.start()
                    : one.cell().compareTo(other.cell()) < 0;
            return span(one, other, one.counts() && other.counts(), first ? one.cell() : other.cell());
        }
    };

    private final int gap;

    Chaining(int gap) {
        this.gap = gap;
    }

    /** Accesses that are this many seconds apart are still of one chain. */
    int gap() {
        return gap;
    }

    /** The two as one, whichever was there before. */
    abstract Chain joined(Chain one, Chain other);

    private static Chain span(Chain one, Chain other, boolean counts, String cell) {
        return new Chain(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()), counts, cell);
    }
}
