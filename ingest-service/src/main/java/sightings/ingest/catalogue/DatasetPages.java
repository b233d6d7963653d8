package sightings.ingest.catalogue;

import java.net.URI;
import java.time.Duration;
import sightings.dataset.Dataset;
import sightings.ingest.web.Addresses;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.FetchResult;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;

/** Asks a dataset's own page at the portal whether it is there, as robots.txt allows. */
final class DatasetPages implements Pages {

    private static final long MAX_BYTES = 5L * 1024 * 1024;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final OutgoingHttp http;
    private final Robots robots;

    DatasetPages(OutgoingHttp http, Robots robots) {
        this.http = http;
        this.robots = robots;
    }

    @Override
    public PageState of(Dataset dataset) {
        URI address;
        try {
            address = Addresses.parse(dataset.landingPage());
        } catch (IllegalArgumentException e) {
            return PageState.UNKNOWN;
        }
        if (address.getHost() == null || !robots.allow(address)) {
            return PageState.UNKNOWN;
        }
        var request = FetchRequest.of(address).within(MAX_BYTES, Duration.ofSeconds(20));
        // That it begins is enough: the page itself is of no interest.
        return switch (http.<Boolean>fetch(request, body -> body.read() >= 0)) {
            case FetchResult.Fetched<Boolean> _ -> PageState.THERE;
            case FetchResult.Failed<Boolean> failed
            when failed.status() == NOT_FOUND || failed.status() == GONE -> PageState.GONE;
            case FetchResult.Failed<Boolean> _,
                    FetchResult.NotModified<Boolean> _,
                    FetchResult.TooMany<Boolean> _,
                    FetchResult.Refused<Boolean> _ -> PageState.UNKNOWN;
        };
    }
}
