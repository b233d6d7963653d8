package sightings.showcase.web;

/** What was asked for is not there: 404. */
public class MissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was asked for. */
    public MissingException(String what) {
        super(what);
    }
}
