package sightings.ingest;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each feature is a module, and uses of others only what they show and what it may. */
class ModularityTests {

    @Test
    void featuresKeepToTheirAllowedArrows() {
        ApplicationModules.of(IngestApplication.class).verify();
    }
}
