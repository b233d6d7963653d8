package sightings.ingest.catalogue;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.FetchResult.Failed;
import sightings.ingest.web.FetchResult.Fetched;
import sightings.ingest.web.FetchResult.NotModified;
import sightings.ingest.web.FetchResult.Refused;
import sightings.ingest.web.FetchResult.TooMany;
import sightings.ingest.web.OutgoingHttp;

/** Streams a catalogue that is one document, such as a {@code data.json} or the feed of ArcGIS Hub. */
final class DocumentSource implements PortalSource {

    private static final long MAX_BYTES = 512L * 1024 * 1024;

    private final OutgoingHttp http;
    private final URI address;

    DocumentSource(OutgoingHttp http, URI address) {
        this.http = http;
        this.address = address;
    }

    @Override
    public String read(Consumer<DocumentPart> parts) throws HarvestException {
        var request =
                FetchRequest.of(address).with("Accept", "application/json").within(MAX_BYTES, Duration.ofMinutes(10));
        return switch (http.<Integer>fetch(request, body -> DocumentReader.read(body, parts))) {
            case Fetched<Integer> fetched -> fetched.body() == 0 ? "the document has no datasets" : "";
            case NotModified<Integer> _ -> throw new HarvestException("an answer without a document");
            case TooMany<Integer> _ -> throw new HarvestException("the portal asks to be left alone for a while");
            case Refused<Integer> refused -> throw new HarvestException(refused.reason());
            case Failed<Integer> failed -> throw new HarvestException(failed.reason());
        };
    }
}
