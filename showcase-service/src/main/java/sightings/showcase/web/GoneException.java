package sightings.showcase.web;

/** What was asked for was public once and is not any more: 410. */
public class GoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was asked for. */
    public GoneException(String what) {
        super(what);
    }
}
