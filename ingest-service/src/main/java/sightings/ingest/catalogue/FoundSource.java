package sightings.ingest.catalogue;

import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A source whose kind is found when it is first read, and kept while it gives entries: a portal that moves to another
 * platform is found again.
 */
final class FoundSource implements PortalSource {

    private final SourceProbe probe;
    private final URI address;
    private final String domain;
    private @Nullable PortalSource found;

    FoundSource(SourceProbe probe, URI address, String domain) {
        this.probe = probe;
        this.address = address;
        this.domain = domain;
    }

    @Override
    public synchronized String read(Consumer<DocumentPart> parts) throws HarvestException, InterruptedException {
        var source = found;
        if (source == null) {
            source = probe.find(address, domain);
            found = source;
        }
        try {
            return source.read(parts);
        } catch (HarvestException e) {
            found = null;
            throw e;
        }
    }
}
