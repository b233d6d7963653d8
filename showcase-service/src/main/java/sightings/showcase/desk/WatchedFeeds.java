package sightings.showcase.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sightings.event.SourceReported;
import sightings.evidence.SourceId;
import sightings.showcase.instructions.Instructions;

/**
 * Which feeds are watched: those of the settings, those that report, and those that staff added a moment ago. A feed that
 * staff removed stays hidden for as long as no report is newer than its removal: what is still read is shown. Pure.
 *
 * @param reports the last report of each source
 * @param asked what staff asked
 * @param ofSettings feeds of {@code city.yml}, which are taken out there
 */
record WatchedFeeds(List<SourceReported> reports, Instructions asked, Set<SourceId> ofSettings) {

    WatchedFeeds {
        reports = List.copyOf(reports);
        ofSettings = Set.copyOf(ofSettings);
    }

    /** The source that reads the feed at this address. */
    static SourceId source(String address) {
        return SourceId.feed(address);
    }

    /** The address of the feed that this source reads, without what only its reader should know. */
    static String address(SourceId feed) {
        return feed.feedAddress();
    }

    /** Reports but those of feeds that were removed and are silent since. */
    List<SourceReported> shown() {
        var removed = asked.feedsRemoved();
        return reports.stream()
                .filter(report -> !isGone(report, removed.get(report.source())))
                .toList();
    }

    /**
     * Whether staff may remove it here: they added it, and the settings do not name it. One that is still read after its
     * removal may be removed once more.
     */
    boolean isRemovable(SourceId source) {
        var removed = asked.feedsRemoved().get(source);
        boolean stillRead = removed != null
                && reports.stream().anyMatch(report -> report.source().equals(source) && !isGone(report, removed));
        return !ofSettings.contains(source) && (stillRead || asked.feedsAdded().contains(source));
    }

    private boolean isGone(SourceReported report, @Nullable Instant removed) {
        return removed != null
                && !ofSettings.contains(report.source())
                && !report.time().isAfter(removed);
    }

    /** Feeds that staff added and that have not reported yet. */
    Set<SourceId> silent() {
        var reported = reports.stream().map(SourceReported::source).collect(Collectors.toSet());
        return asked.feedsAdded().stream()
                .filter(feed -> !reported.contains(feed))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the feed at this address is watched. */
    boolean isWatched(String address) {
        return addresses().contains(address(source(address)));
    }

    /** Addresses of all feeds that are watched, sorted; without what only their readers should know. */
    TreeSet<String> addresses() {
        var addresses = new TreeSet<String>();
        ofSettings.forEach(feed -> addresses.add(address(feed)));
        asked.feedsAdded().forEach(feed -> addresses.add(address(feed)));
        shown().stream()
                .filter(report -> report.kind() == SourceReported.Kind.FEED)
                .forEach(report -> addresses.add(address(report.source())));
        return addresses;
    }
}
