package sightings.showcase.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.city.CitySettings;
import sightings.event.Area;
import sightings.showcase.curation.AskedChecker;
import sightings.showcase.curation.Curator;
import sightings.showcase.curation.EntryCurator;
import sightings.showcase.curation.EntryIds;
import sightings.showcase.curation.StatementChecker;
import sightings.showcase.curation.StatementFile;
import sightings.showcase.curation.StoryChecker;
import sightings.showcase.curation.UseChecker;
import sightings.showcase.drawing.Boundaries;
import sightings.showcase.drawing.District;
import sightings.showcase.drawing.Point;

/** Gives the curation rules, which know no Spring, to the pages. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DeskConfiguration.class);

    @Bean
    Curator curator(InstantSource clock) {
        return new Curator(clock);
    }

    @Bean
    EntryCurator entryCurator(InstantSource clock) {
        return new EntryCurator(clock);
    }

    @Bean
    EntryIds entryIds(InstantSource clock) {
        return new EntryIds(clock, new SecureRandom());
    }

    @Bean
    StoryChecker storyChecker(CitySettings city) {
        return new StoryChecker(city.languages());
    }

    @Bean
    UseChecker useChecker() {
        return new UseChecker();
    }

    @Bean
    AskedChecker askedChecker(InstantSource clock, CitySettings city) {
        return new AskedChecker(clock, city.timeZone());
    }

    @Bean
    StatementChecker statementChecker(CitySettings city) {
        return new StatementChecker(city.languages());
    }

    @Bean
    StatementFile statementFile(CitySettings city) {
        return new StatementFile(city.languages());
    }

    @Bean
    Areas areas(CitySettings city) {
        return new Areas(boundaries(city).districts().stream()
                .filter(district -> !district.name().isBlank())
                .map(DeskConfiguration::middle)
                .toList());
    }

    /** Without boundaries staff still give a place by name and degrees. */
    private static Boundaries boundaries(CitySettings city) {
        var map = city.map();
        var file = map == null ? null : map.boundaries();
        if (file == null) {
            return Boundaries.NONE;
        }
        try {
            return Boundaries.parse(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            log.warn("desk: no areas to choose from, since {} cannot be read", file, e);
            return Boundaries.NONE;
        }
    }

    /** The middle of an area's box: where a map shows it until staff give a point of their own. */
    private static Area middle(District district) {
        var points = district.rings().stream().flatMap(ring -> ring.stream()).toList();
        var longitude = points.stream().mapToDouble(Point::longitude).summaryStatistics();
        var latitude = points.stream().mapToDouble(Point::latitude).summaryStatistics();
        return new Area(
                district.name(),
                (longitude.getMin() + longitude.getMax()) / 2,
                (latitude.getMin() + latitude.getMax()) / 2);
    }
}
