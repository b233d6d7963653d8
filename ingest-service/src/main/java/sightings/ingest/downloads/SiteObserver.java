package sightings.ingest.downloads;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import sightings.dataset.DatasetId;
import sightings.event.PlaceObserved;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;

/** Turns sites from which enough visitors came, and applications that enough of them used, into observations, as any other place that was seen. */
final class SiteObserver {

    private static final String SITE_TEXT = "Visitors of the portal come from this site, at least " + Referrals.VISITORS
            + " on at least " + Referrals.DAYS + " days for each dataset.";

    private static final String APPLICATION_TEXT =
            "This application uses the portal with a key of its own, for at least " + Referrals.VISITORS
                    + " visitors on at least " + Referrals.DAYS + " days for each dataset.";
    private static final int SHOWN = 8;

    private final SourceId source;
    private final Function<DatasetId, String> addresses;
    private final InstantSource clock;
    private SortedMap<String, SortedSet<DatasetId>> toldSites = new TreeMap<>();
    private SortedMap<String, SortedSet<DatasetId>> toldTokens = new TreeMap<>();

    /** @param addresses the address at the portal that stands for a dataset */
    SiteObserver(SourceId source, Function<DatasetId, String> addresses, InstantSource clock) {
        this.source = source;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Begins a round: what stands in the checkpoints has been told. */
    void begin(Collection<FileState> states) {
        toldSites = union(Referrals.bySite(), states, FileState::referrals).established();
        toldTokens = union(Referrals.byToken(), states, FileState::tokens).established();
    }

    /** The observations that are due now that the files tell this. */
    List<PlaceObserved> news(Collection<FileState> states) {
        var sites = union(Referrals.bySite(), states, FileState::referrals).established();
        var tokens = union(Referrals.byToken(), states, FileState::tokens).established();
        var news = Stream.concat(
                        news(toldSites, sites, SiteObserver::site), news(toldTokens, tokens, SiteObserver::application))
                .toList();
        toldSites = sites;
        toldTokens = tokens;
        return news;
    }

    private Stream<PlaceObserved> news(
            SortedMap<String, SortedSet<DatasetId>> told,
            SortedMap<String, SortedSet<DatasetId>> now,
            Function<String, Seen> seen) {
        return now.entrySet().stream()
                .filter(one -> !one.getValue().equals(told.get(one.getKey())))
                .map(one -> observed(seen.apply(one.getKey()), one.getValue()));
    }

    private static Referrals union(Referrals all, Collection<FileState> states, Function<FileState, Referrals> ofOne) {
        states.forEach(state -> all.addAll(ofOne.apply(state)));
        return all;
    }

    /** What was seen, and in which words. */
    private record Seen(SubjectId id, Subject.Kind kind, String title, String url, String text) {}

    private static Seen site(String site) {
        var address = "https://" + site + "/";
        return new Seen(SubjectId.web(URI.create(address)), Subject.Kind.SITE, site, address, SITE_TEXT);
    }

    /** It has no page that we know of; staff who can ask the portal whose token it is give it a name. */
    private static Seen application(String token) {
        return new Seen(
                new SubjectId("app-token:" + token),
                Subject.Kind.APPLICATION,
                "Application with token " + token.substring(0, SHOWN),
                "urn:sightings:app-token:" + token,
                APPLICATION_TEXT);
    }

    private PlaceObserved observed(Seen seen, SortedSet<DatasetId> datasets) {
        var subject = new Subject(
                seen.id(), seen.kind(), seen.title(), null, seen.url(), null, null, null, null, List.of(), null);
        return new PlaceObserved(new Observation(
                source,
                new Place(seen.url(), null, null),
                subject,
                clock.instant(),
                null,
                seen.text(),
                datasets.stream().map(addresses).toList(),
                false));
    }
}
