package sightings.showcase.desk;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.evidence.SourceId;
import sightings.showcase.instructions.InstructionQueries;
import sightings.showcase.instructions.Instructions;
import sightings.showcase.sources.SourceQueries;

/** Asks which feeds are watched at this moment. */
@Component
class Feeds {

    private final SourceQueries sources;
    private final InstructionQueries instructions;
    private final Set<SourceId> ofSettings;

    Feeds(SourceQueries sources, InstructionQueries instructions, CitySettings city) {
        this.sources = sources;
        this.instructions = instructions;
        this.ofSettings = city.feeds().stream()
                .map(address -> WatchedFeeds.source(address.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The feeds that are watched now. */
    WatchedFeeds now() {
        return now(instructions.aboutSources());
    }

    /** The feeds that are watched now, where staff asked this. */
    WatchedFeeds now(Instructions asked) {
        return new WatchedFeeds(sources.all(), asked, ofSettings);
    }
}
