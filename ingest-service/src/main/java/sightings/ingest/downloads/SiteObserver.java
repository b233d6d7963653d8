package sightings.ingest.downloads;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import sightings.dataset.DatasetId;
import sightings.event.Caller;
import sightings.event.CallerNamed;
import sightings.event.Event;
import sightings.event.PlaceObserved;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;

/** Turns sites from which enough visitors came, and applications that enough of them used, into observations, as any other place that was seen. */
final class SiteObserver {

    private static final String SITE_TEXT = "Visitors of the portal come from this site, at least " + Threshold.VISITORS
            + " on at least " + Threshold.DAYS + " days for each dataset.";

    private static final String APPLICATION_TEXT =
            "This application uses the portal with a key of its own, for at least " + Threshold.VISITORS
                    + " visitors on at least " + Threshold.DAYS + " days for each dataset.";
    private static final int SHOWN = 8;

    private final SourceId source;
    private final Function<DatasetId, String> addresses;
    private final SiteHashes hashes;
    private final InstantSource clock;

    /**
     * @param addresses the address at the portal that stands for a dataset
     * @param secret under which sites are known in counts
     */
    SiteObserver(
            SourceId source, Function<DatasetId, String> addresses, InstantSource clock, InstallationSecret secret) {
        this.source = source;
        this.addresses = addresses;
        this.clock = clock;
        this.hashes = new SiteHashes(secret);
    }

    /**
     * What is due now that the files tell this: an observation of each place, and by what counts know it.
     *
     * @param file where the last visits stand; what is told is remembered there
     * @param sites from which the last visits came
     * @param tokens of the applications with which they came
     */
    List<Event> news(Collection<FileState> states, FileState file, SortedSet<String> sites, SortedSet<String> tokens) {
        return Stream.concat(
                        sites.stream().flatMap(site -> {
                            var all = Referrals.bySite();
                            states.forEach(state -> all.addAll(state.referrals(), site));
                            return news(all, file.referrals(), this::site);
                        }),
                        tokens.stream().flatMap(token -> {
                            var all = Referrals.byToken();
                            states.forEach(state -> all.addAll(state.tokens(), token));
                            return news(all, file.tokens(), this::application);
                        }))
                .toList();
    }

    /** @param all what the files tell of one site or application */
    private Stream<Event> news(Referrals all, Referrals ofFile, Function<String, Seen> seen) {
        var told = all.told();
        return all.established().entrySet().stream()
                .filter(one -> !one.getValue().equals(told.get(one.getKey())))
                .flatMap(one -> {
                    ofFile.tell(one.getKey(), one.getValue());
                    var what = seen.apply(one.getKey());
                    return Stream.of(
                            observed(what, one.getValue()),
                            new CallerNamed(source, what.caller(), what.id(), clock.instant()));
                });
    }

    /** What was seen, and in which words. */
    private record Seen(SubjectId id, Caller caller, Subject.Kind kind, String title, String url, String text) {}

    private Seen site(String site) {
        var address = "https://" + site + "/";
        return new Seen(
                SubjectId.web(URI.create(address)),
                Caller.site(hashes.hash(site)),
                Subject.Kind.SITE,
                site,
                address,
                SITE_TEXT);
    }

    /** It has no page that we know of; staff who can ask the portal whose token it is give it a name. */
    private Seen application(String token) {
        return new Seen(
                new SubjectId("app-token:" + token),
                Caller.token(token),
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
