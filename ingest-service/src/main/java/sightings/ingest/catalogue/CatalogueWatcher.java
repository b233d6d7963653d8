package sightings.ingest.catalogue;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.event.CatalogueHarvested;
import sightings.event.DatasetDescribed;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.evidence.Said;
import sightings.evidence.SourceId;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.watching.Watcher;

/**
 * Harvests one portal's catalogue. It tells only what changed, and never takes a dataset away because a harvest did not
 * show it: real harvests swing widely. Only where several harvests over days lack it, its own page is asked, and only where
 * that is gone, too, on two days, the dataset is said to be gone. {@code read = described + broken}.
 */
final class CatalogueWatcher implements Watcher {

    private static final Duration EVERY = Duration.ofHours(6);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final String PART = "harvest";
    private static final String ABSENT = "absent";
    private static final int MAX_PAGES = 20;

    private final String portal;
    private final Function<LocalDate, Harvest> harvests;
    private final Pages pages;
    private final CatalogueView view;
    private final InstantSource clock;

    CatalogueWatcher(
            String portal,
            Function<LocalDate, Harvest> harvests,
            Pages pages,
            CatalogueView view,
            InstantSource clock) {
        this.portal = portal;
        this.harvests = harvests;
        this.pages = pages;
        this.view = view;
        this.clock = clock;
    }

    @Override
    public SourceId source() {
        return new SourceId("catalogue:" + portal);
    }

    @Override
    public SourceReported.Kind kind() {
        return SourceReported.Kind.CATALOGUE;
    }

    @Override
    public String title() {
        return portal;
    }

    @Override
    public RoundReport look(Checkpoints checkpoints, Outlet outlet) throws InterruptedException {
        if (!view.isReadBack()) {
            return RoundReport.waiting(SourceNote.CATALOGUE_READ_BACK.with(), Duration.ofSeconds(1));
        }
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var round = new Round(view.harvest());
        String remark;
        try {
            remark = harvests.apply(today).read(round::take);
        } catch (HarvestException e) {
            // What was read is dropped: a harvest is told whole, so that its closing record means something.
            return RoundReport.failing(SourceNote.CATALOGUE_FAILED.with(e.getMessage()), AGAIN);
        }
        var before = Absences.of(checkpoints.of(ABSENT).orElse(Map.of()));
        // A harvest that knows it is not whole says nothing about what it lacks.
        var absences = remark.isEmpty() ? settle(round, before, today) : before.without(round.seen);
        var changed = round.changed();
        changed.forEach(dataset -> outlet.send(new DatasetDescribed(dataset, now)));
        var version = Catalogue.versionOf(round.all.values());
        outlet.send(new CatalogueHarvested(portal, version, round.all.size(), now));
        outlet.commit(PART, Map.of("version", version.value(), "datasets", Integer.toString(round.all.size())));
        if (!absences.state().equals(before.state())) {
            outlet.commit(ABSENT, absences.state());
        }
        return RoundReport.ok(round.read, round.broken, EVERY)
                .with(SourceReported.State.OK, notes(remark, round))
                .with(Map.of(
                        "changed", (long) changed.size(),
                        "described", (long) round.described,
                        "broken", (long) round.broken));
    }

    /** Asks the pages of those that are absent for days, and marks as gone what is. */
    private Absences settle(Round round, Absences before, LocalDate today) throws InterruptedException {
        var absences = before.after(round.present(), round.seen, today);
        for (DatasetId id : absences.doubtful(today, MAX_PAGES)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var dataset = round.all.get(id);
            if (dataset != null) {
                absences = absences.answered(id, pages.of(dataset), today);
                var gone = absences.goneSince(id);
                if (gone != null) {
                    round.all.put(id, dataset.goneSince(gone));
                }
            }
        }
        return absences.settled();
    }

    private static List<Said> notes(String remark, Round round) {
        if (round.broken > 0) {
            return List.of(SourceNote.CATALOGUE_BROKEN.with(round.broken, round.firstBroken));
        }
        return remark.isEmpty() ? List.of() : List.of(SourceNote.CATALOGUE_REMARK.with(remark));
    }

    /** What one harvest has shown so far, beside what was known before. */
    private final class Round {

        private final Map<DatasetId, Dataset> all = new TreeMap<>();
        private final Set<DatasetId> seen = new HashSet<>();
        private final Map<DatasetId, Dataset> before = new HashMap<>();
        private @Nullable String firstBroken;
        private int read;
        private int described;
        private int broken;

        Round(Catalogue known) {
            for (Dataset dataset : known.datasets()) {
                before.put(dataset.id(), dataset);
                if (dataset.portal().equals(portal)) {
                    all.put(dataset.id(), dataset);
                }
            }
        }

        void take(PortalEntry entry) {
            read++;
            switch (entry) {
                case PortalEntry.Broken(String reason) -> refuse(reason);
                case PortalEntry.Described(Dataset dataset) -> take(dataset);
            }
        }

        private void take(Dataset dataset) {
            var known = all.get(dataset.id());
            var elsewhere = before.get(dataset.id());
            if (known == null && elsewhere != null) {
                refuse(dataset.id() + " belongs to " + elsewhere.portal() + " already");
                return;
            }
            described++;
            var merged = known == null
                    ? References.sorted(dataset, dataset.references())
                    : References.merged(known, dataset);
            seen.add(merged.id());
            all.put(merged.id(), merged);
        }

        /** What is another than before the round, however often the harvest showed it. */
        List<Dataset> changed() {
            return all.values().stream()
                    .filter(dataset -> !dataset.equals(before.get(dataset.id())))
                    .toList();
        }

        /** What is not gone. */
        List<DatasetId> present() {
            return all.values().stream()
                    .filter(dataset -> dataset.goneSince() == null)
                    .map(Dataset::id)
                    .toList();
        }

        private void refuse(String reason) {
            broken++;
            if (firstBroken == null) {
                firstBroken = reason;
            }
        }
    }
}
