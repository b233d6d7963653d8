package sightings.ingest.downloads;

import java.net.URI;
import java.time.InstantSource;
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
     * What is due now that there are these visits: an observation of each place, and by what counts know it.
     *
     * @param all what all files tell
     * @param file where the last visits stand; what is told is remembered there
     * @param sites from which the last visits came
     * @param tokens of the applications with which they came
     */
    List<Event> news(KnownFiles.Together all, FileState file, SortedSet<String> sites, SortedSet<String> tokens) {
        return Stream.concat(
                        sites.stream().flatMap(site -> news(all.referrals(), file.referrals(), site, this::site)),
                        tokens.stream().flatMap(token -> news(all.tokens(), file.tokens(), token, this::application)))
                .toList();
    }

    private Stream<Event> news(Referrals all, Referrals ofFile, String one, Function<String, Seen> seen) {
        all.addAll(ofFile, one);
        var datasets = all.established(one);
        if (datasets.equals(all.told(one))) {
            return Stream.empty();
        }
        ofFile.tell(one, datasets);
        all.tell(one, datasets);
        var what = seen.apply(one);
        return Stream.of(observed(what, datasets), new CallerNamed(source, what.caller(), what.id(), clock.instant()));
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
