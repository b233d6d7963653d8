package sightings.ingest.commands;

/** A value that its option does not take, in words that name the option. */
final class WrongOption extends Exception {

    private static final long serialVersionUID = 1L;

    WrongOption(String message) {
        super(message);
    }

    WrongOption(String message, Throwable cause) {
        super(message, cause);
    }
}
