package sightings.showcase.api;

/** There is no such thing in public. */
class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotThere(String message) {
        super(message);
    }
}
