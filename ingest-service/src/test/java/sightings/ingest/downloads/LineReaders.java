package sightings.ingest.downloads;

import java.time.InstantSource;
import java.util.Set;
import sightings.ingest.publishing.Salts;

/** Line readers for tests. */
final class LineReaders {

    static final String SECRET = "a secret of this test and no other";
    static final String HOST = "data.example.gov";

    private LineReaders() {}

    /** One that knows a few datasets and finds formats out. */
    static LineReader of(InstantSource clock) {
        var datasets = FewDatasets.usual();
        return new LineReader(
                Formats.AUTO,
                Exclusions.NONE,
                new RequestReader(datasets, Set.of(HOST)),
                new DemandReader(datasets, FewDatasets.words("street", "trees"), Set.of(HOST)),
                InstallationSecret.of(SECRET),
                Set.of(HOST),
                Salts.alwaysTheSame(clock),
                clock);
    }
}
