package sightings.ingest.usage;

/**
 * Counts what one visitor did with one dataset on one UTC day, by the rules of the COUNTER Code of Practice for Research
 * Data: of a chain of clicks on the same URL, each at most 30 seconds after the one before, the last one stays; what
 * stays is an investigation, and a request as well where it fetches data; within one clock hour, which is a session, a
 * dataset is investigated and requested once. A pure fold over sorted clicks, so any order and any split of the log gives
 * the same counts. It keeps nothing but the hours and the last click.
 *
 * <p>Clicks come by URL and then by time; that the visitor, the dataset and the day are one is up to the caller.
 */
public final class VisitorDay {

    /** Two clicks that are this many seconds apart are still one. */
    static final int DOUBLE_CLICK = 30;

    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;

    private boolean any;
    private long url;
    private long second;
    private boolean data;
    private int investigations;
    private int requests;
    private int doubleClicks;
    private int hoursInvestigated;
    private int hoursRequested;

    /** Begins with another visitor, dataset or day. */
    public void begin() {
        any = false;
        investigations = 0;
        requests = 0;
        doubleClicks = 0;
        hoursInvestigated = 0;
        hoursRequested = 0;
    }

    /**
     * Takes in the next click.
     *
     * @param clickedUrl stands for the whole URL
     * @param atSecond when, in seconds since 1970 UTC
     * @param fetchesData whether it fetches data, or else only reads about it
     */
    public void click(long clickedUrl, long atSecond, boolean fetchesData) {
        if (any) {
            if (clickedUrl == url && atSecond - second <= DOUBLE_CLICK) {
                doubleClicks++;
            } else {
                stay();
            }
        }
        any = true;
        url = clickedUrl;
        second = atSecond;
        data = fetchesData;
    }

    /** Closes it: afterwards the counts are complete. */
    public void end() {
        if (any) {
            stay();
            any = false;
        }
    }

    private void stay() {
        int hour = 1 << Math.floorMod(second, DAY) / HOUR;
        investigations++;
        hoursInvestigated |= hour;
        if (data) {
            requests++;
            hoursRequested |= hour;
        }
    }

    /** Clicks that stayed. */
    public int investigations() {
        return investigations;
    }

    /** Those of them that fetched data. */
    public int requests() {
        return requests;
    }

    /** Sessions with an investigation. */
    public int uniqueInvestigations() {
        return Integer.bitCount(hoursInvestigated);
    }

    /** Sessions with a request. */
    public int uniqueRequests() {
        return Integer.bitCount(hoursRequested);
    }

    /** Clicks that another one followed too soon. */
    public int doubleClicks() {
        return doubleClicks;
    }
}
