package sightings.showcase;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Features use each other only by what they show, and never in circles. */
class ModularityTests {

    @Test
    void featuresKeepToTheirAllowedArrows() {
        ApplicationModules.of(ShowcaseApplication.class).verify();
    }
}
