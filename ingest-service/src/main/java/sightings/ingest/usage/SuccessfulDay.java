package sightings.ingest.usage;

import sightings.event.AccessKind;

/**
 * Counts every successful request of one visitor for one dataset on one UTC day, by kind. A file that is fetched in parts
 * is one: requests for ranges of the same URL, each at most half an hour after the one before, are one download, and
 * none of their own where the whole file was answered among them. A permalink that is answered by a redirect is one only
 * where no answer can be paired with it, since the portal may lead to another host whose log nobody has. A pure fold over
 * sorted accesses.
 *
 * <p>Accesses come by URL and then by time; that the visitor, the dataset and the day are one is up to the caller.
 */
public final class SuccessfulDay {

    /** How a server answered. */
    public enum Answer {
        /** With all of it, or that the visitor has it already: 200, 304. */
        WHOLE,
        /** With a range of it: 206. */
        PART,
        /** That it is elsewhere: 301, 302, 303, 307, 308. */
        REDIRECT;

        /** What this status says; only for statuses that {@link Profile#EVERY_DOWNLOAD} counts. */
        public static Answer of(int status) {
            return status == 206 ? PART : status == 200 || status == 304 ? WHOLE : REDIRECT;
        }
    }

    /** Two ranges that are this many seconds apart are still of one download. */
    static final int RESUMED_WITHIN = 1_800;

    private static final int KINDS = AccessKind.values().length;

    private final int[] answered = new int[KINDS];
    private final int[] redirected = new int[KINDS];
    private boolean any;
    private long url;
    private long second;
    private AccessKind kind = AccessKind.VIEW;
    private boolean parts;
    private int whole;

    /** Begins with another visitor, dataset or day. */
    public void begin() {
        any = false;
        java.util.Arrays.fill(answered, 0);
        java.util.Arrays.fill(redirected, 0);
    }

    /**
     * Takes in the next access.
     *
     * @param accessedUrl stands for the whole URL
     * @param atSecond when, in seconds since 1970 UTC
     * @param accessKind what was asked
     * @param answer how it was answered
     */
    public void access(long accessedUrl, long atSecond, AccessKind accessKind, Answer answer) {
        if (answer == Answer.REDIRECT) {
            redirected[accessKind.ordinal()]++;
            return;
        }
        if (any && (accessedUrl != url || accessKind != kind || atSecond - second > RESUMED_WITHIN)) {
            closeRun();
        }
        any = true;
        url = accessedUrl;
        second = atSecond;
        kind = accessKind;
        if (answer == Answer.PART) {
            parts = true;
        } else {
            whole++;
        }
    }

    /** Closes it: afterwards the counts are complete. */
    public void end() {
        if (any) {
            closeRun();
            any = false;
        }
    }

    private void closeRun() {
        answered[kind.ordinal()] += whole > 0 ? whole : parts ? 1 : 0;
        whole = 0;
        parts = false;
    }

    /** How many of a kind there were. */
    public int count(AccessKind ofKind) {
        return Math.max(answered[ofKind.ordinal()], redirected[ofKind.ordinal()]);
    }
}
