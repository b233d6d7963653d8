package sightings.ingest.downloads;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import sightings.dataset.DatasetId;
import sightings.event.PlaceObserved;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;

/** Turns sites from which enough visitors came into observations, as any other place that was seen. */
final class SiteObserver {

    private static final String TEXT = "Visitors of the portal come from this site, at least " + Referrals.VISITORS
            + " on at least " + Referrals.DAYS + " days for each dataset.";

    private final SourceId source;
    private final Function<DatasetId, String> addresses;
    private final InstantSource clock;
    private java.util.SortedMap<String, SortedSet<DatasetId>> told = new java.util.TreeMap<>();

    /** @param addresses the address at the portal that stands for a dataset */
    SiteObserver(SourceId source, Function<DatasetId, String> addresses, InstantSource clock) {
        this.source = source;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Begins a round: what stands in the checkpoints has been told. */
    void begin(Collection<FileState> states) {
        told = union(states).established();
    }

    /** The observations that are due now that the files tell this. */
    List<PlaceObserved> news(Collection<FileState> states) {
        var now = union(states).established();
        var news = now.entrySet().stream()
                .filter(site -> !site.getValue().equals(told.get(site.getKey())))
                .map(site -> observed(site.getKey(), site.getValue()))
                .toList();
        told = now;
        return news;
    }

    private static Referrals union(Collection<FileState> states) {
        var all = new Referrals();
        states.forEach(state -> all.addAll(state.referrals()));
        return all;
    }

    private PlaceObserved observed(String site, SortedSet<DatasetId> datasets) {
        var address = "https://" + site + "/";
        var subject = new Subject(
                SubjectId.web(URI.create(address)),
                Subject.Kind.SITE,
                site,
                null,
                address,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new PlaceObserved(new Observation(
                source,
                new Place(address, null, null),
                subject,
                clock.instant(),
                null,
                TEXT,
                datasets.stream().map(addresses).toList(),
                false));
    }
}
