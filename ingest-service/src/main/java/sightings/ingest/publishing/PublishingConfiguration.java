package sightings.ingest.publishing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.event.EventCodec;

/** The contract's codec, for all. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }
}
