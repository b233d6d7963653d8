package sightings.local.world;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How a world is started.
 *
 * @param folder where it keeps its access log and what it has already published
 * @param port where it listens on 127.0.0.1; 0 for any free one
 * @param clock what time it is there; a fixed clock gives the same bytes each time
 * @param moving whether log lines, repositories and posts appear by themselves
 * @param seed of everything that is drawn by lot
 * @param weeks how many of them the access log holds at the first start
 */
public record WorldSettings(Path folder, int port, InstantSource clock, boolean moving, long seed, int weeks) {

    /** Half a year, as the sample city's pages show. */
    public static final int WEEKS = 26;

    /** The world that people see: it moves, by the clock on the wall. */
    public static WorldSettings moving(Path folder, int port) {
        return new WorldSettings(folder, port, InstantSource.system(), true, 1, WEEKS);
    }

    /** A world for tests: nothing happens in it unless asked, on any free port. */
    public static WorldSettings still(Path folder, InstantSource clock) {
        return new WorldSettings(folder, 0, clock, false, 1, WEEKS);
    }
}
