package sightings.local.backup;

/** A backup that cannot be restored here; the message says why and what would be possible. */
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupRefused(String message) {
        super(message);
    }
}
