package sightings.showcase.settings;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's only clock. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** The system's clock, or one that stands still where {@code sightings.clock} is set. */
    @Bean
    InstantSource clock(ShowcaseSettings settings) {
        return settings.clock() == null ? Clock.systemUTC() : InstantSource.fixed(settings.clock());
    }
}
