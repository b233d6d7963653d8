package sightings.showcase;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Shows to the public what people build with the city's data, and lets staff decide what is shown. */
@SpringBootApplication
@ConfigurationPropertiesScan({"sightings.showcase", "sightings.city"})
public class ShowcaseApplication {

    /** Starts the service; its settings come from the environment and from the city's {@code city.yml}. */
    public static void main(String[] arguments) {
        SpringApplication.run(ShowcaseApplication.class, arguments);
    }
}
