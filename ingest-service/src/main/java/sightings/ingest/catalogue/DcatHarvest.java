package sightings.ingest.catalogue;

import java.io.IOException;
import java.io.InputStream;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Streams a {@code data.json}: only one of its datasets is in memory at a time. */
final class DcatHarvest implements Harvest {

    private static final long MAX_BYTES = 512L * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutgoingHttp http;
    private final URI address;
    private final DcatEntries entries;

    DcatHarvest(OutgoingHttp http, URI base, DcatEntries entries) {
        this.http = http;
        var text = SocrataHarvest.withoutSlash(base);
        this.address = URI.create(text.endsWith(".json") ? text : text + "/data.json");
        this.entries = entries;
    }

    @Override
    public String read(Consumer<PortalEntry> consumer) throws HarvestException {
        var request =
                FetchRequest.of(address).with("Accept", "application/json").within(MAX_BYTES, Duration.ofMinutes(10));
        return switch (http.<String>fetch(request, body -> stream(body, entries, consumer))) {
            case Fetched<String> fetched -> fetched.body();
            case NotModified<String> _ -> throw new HarvestException("an answer without a document");
            case TooMany<String> _ -> throw new HarvestException("the portal asks to be left alone for a while");
            case Refused<String> refused -> throw new HarvestException(refused.reason());
            case Failed<String> failed -> throw new HarvestException(failed.reason());
        };
    }

    /** Reads the document's datasets; what is not JSON any more ends it with an exception that says where. */
    static String stream(InputStream body, DcatEntries entries, Consumer<PortalEntry> consumer) throws IOException {
        int read = 0;
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the document is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean datasets = parser.currentName().equals("dataset");
                if (parser.nextToken() == JsonToken.START_ARRAY && datasets) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        JsonNode entry = parser.readValueAsTree();
                        read++;
                        consumer.accept(
                                entry.isObject()
                                        ? entries.read(entry)
                                        : new PortalEntry.Broken("entry " + read + " is not an object"));
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new IOException("broken JSON after " + read + " datasets, " + where(e), e);
        }
        return read == 0 ? "the document has no datasets" : "";
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? "place unknown"
                : "line " + e.getLocation().getLineNr();
    }
}
