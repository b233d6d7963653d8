package sightings.ingest.downloads;

import sightings.dataset.DatasetId;
import sightings.event.AccessKind;

/**
 * One request for one dataset as the command counts it: hashes under a seed that is drawn for the run and never written
 * stand for the visitor and the URL. It is overwritten with the next one.
 */
public final class Access {

    private long visitorDay;
    private long url;
    private long line;
    private long second;
    private int status;
    private DatasetRequest request;
    private AgentClassifier.Agent agent;

    @SuppressWarnings("NullAway.Init")
    Access() {}

    void set(LogLine from, DatasetRequest asked, AgentClassifier.Agent asking, Seeds seeds) {
        second = from.second;
        status = from.status;
        request = asked;
        agent = asking;
        visitorDay = seeds.visitorDay(from);
        url = seeds.url(from);
    }

    void setLine(long hash) {
        line = hash;
    }

    /** Stands for the visitor on the UTC day of the access. */
    public long visitorDay() {
        return visitorDay;
    }

    /** Stands for the whole URL. */
    public long url() {
        return url;
    }

    /** Stands for the whole line: identical lines have the same. 0 where lines are not told apart. */
    public long line() {
        return line;
    }

    /** When, in seconds since 1970 UTC. */
    public long second() {
        return second;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The dataset. */
    public DatasetId dataset() {
        return request.dataset();
    }

    /** What was asked of it. */
    public AccessKind kind() {
        return request.kind();
    }

    /** Who asked. */
    public AgentClassifier.Agent agent() {
        return agent;
    }
}
