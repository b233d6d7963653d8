package sightings.ingest.downloads;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sightings.event.AccessesRead;
import sightings.event.DatasetAccessed;
import sightings.event.Event;
import sightings.ingest.watching.Outlet;

/**
 * Makes accesses of the lines of one round. They are handed to the outlet only when their step is committed, so that
 * those of a file that cannot be read on never go along with another file's. A step is sent while the next one is read; the outlet
 * belongs to the sending until that is {@link #settle settled}.
 */
final class AccessTaker implements Following.Taker, AutoCloseable {

    private final LineReader lines;
    private final SiteObserver sites;
    private final DemandTeller demands;
    private final KnownFiles files;
    private final Outlet outlet;
    private final long until;
    private final Sending sending = new Sending();
    private List<DatasetAccessed> accesses = new ArrayList<>();
    private final SortedMap<String, Wanted> newlyAsked = new TreeMap<>();
    private final SortedSet<String> newSites = new TreeSet<>();
    private final SortedSet<String> newTokens = new TreeSet<>();
    private String latePart = "";
    private Instant lastTime;

    /**
     * @param files all that are known
     * @param until when the round is over, as {@link System#nanoTime} says it
     * @param now time of the last line while there is none
     */
    AccessTaker(
            LineReader lines,
            SiteObserver sites,
            DemandTeller demands,
            KnownFiles files,
            Outlet outlet,
            long until,
            Instant now) {
        this.lines = lines;
        this.sites = sites;
        this.demands = demands;
        this.files = files;
        this.outlet = outlet;
        this.until = until;
        this.lastTime = now;
    }

    /** When the request was made of which the last line tells. */
    Instant lastTime() {
        return lastTime;
    }

    @Override
    public boolean begin(ReadingPlan.Step file) throws IOException {
        files.touch(file.state().part());
        latePart = "late-" + file.state().part();
        return lines.beginFile(file::beginning, file.state().columns());
    }

    @Override
    public int line(Lines line, FileState state) throws InterruptedException {
        var read = lines.read(line, latePart, state).orElse(null);
        if (read instanceof LineReader.Accessed accessed) {
            take(accessed, state);
            return 1;
        }
        if (read instanceof LineReader.Asked asked && state.demands().add(asked.hash(), asked.day(), asked.visitor())) {
            newlyAsked.put(asked.hash(), asked.wanted());
        }
        return 0;
    }

    private void take(LineReader.Accessed accessed, FileState state) {
        var access = accessed.access();
        accesses.add(access);
        lastTime = access.time();
        var site = accessed.site();
        if (site != null && state.referrals().add(site, access.dataset(), access.logDay(), access.visitor())) {
            newSites.add(site);
        }
        var token = accessed.token();
        if (token != null && state.tokens().add(token, access.dataset(), access.logDay(), access.visitor())) {
            newTokens.add(token);
        }
    }

    @Override
    public void commit(FileState state) throws InterruptedException {
        var read = accesses;
        accesses = new ArrayList<>();
        var news = new ArrayList<Event>();
        if (!newSites.isEmpty() || !newTokens.isEmpty()) {
            // In the same transaction as the position, so that each is observed once.
            news.addAll(sites.news(files.together(), state, newSites, newTokens));
            newSites.clear();
            newTokens.clear();
        }
        if (!newlyAsked.isEmpty()) {
            news.addAll(demands.news(files.together().demands(), state, newlyAsked));
            newlyAsked.clear();
        }
        // As it is now: the lines that are read meanwhile go on with the same accounting.
        var position = state.state();
        sending.begin(() -> {
            AccessesRead.of(read).forEach(outlet::send);
            news.forEach(outlet::send);
            outlet.commit(state.part(), position);
        });
    }

    @Override
    public void settle() throws InterruptedException {
        sending.settle();
    }

    /** Breaks off what is not settled. */
    @Override
    public void close() {
        sending.close();
    }

    @Override
    public void commit(FolderMemory memory) throws InterruptedException {
        settle();
        outlet.commit(FolderMemory.PART, memory.state());
    }

    @Override
    public void drop() {
        accesses.clear();
        newSites.clear();
        newTokens.clear();
        newlyAsked.clear();
    }

    @Override
    public boolean isOver() {
        return System.nanoTime() > until;
    }
}
