package sightings.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Watches the outside world and tells it as events. */
@SpringBootApplication
@ConfigurationPropertiesScan({"sightings.ingest", "sightings.city"})
public class IngestApplication {

    /** Starts the service; its settings come from the environment and from the city's {@code city.yml}. */
    public static void main(String[] arguments) {
        SpringApplication.run(IngestApplication.class, arguments);
    }
}
