package sightings.ingest.web;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.city.CitySettings;

/** The one way out, with the city's address in our name so that a site's owner can find out who asks. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    OutgoingHttp outgoingHttp(OutgoingSettings settings, CitySettings city, InstantSource clock) {
        return new OutgoingHttp(Robots.AGENT + "/1 (+" + city.site() + ")", settings.allowedHosts(), clock);
    }

    @Bean
    Robots robots(OutgoingHttp http, InstantSource clock) {
        return new Robots(http, clock);
    }
}
