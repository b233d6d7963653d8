package sightings.local;

/** Something that the person who typed the command can put right; its message says how. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
