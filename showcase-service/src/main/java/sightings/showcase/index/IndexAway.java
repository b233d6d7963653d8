package sightings.showcase.index;

/** Elasticsearch cannot answer at this moment: it is away, starting, or empty. Nobody's fault; try again. */
public class IndexAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what happened. */
    public IndexAway(String message, Throwable cause) {
        super(message, cause);
    }
}
