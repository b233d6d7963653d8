package sightings.ingest.asked;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import sightings.event.AliasInstruction;
import sightings.event.CheckAsked;
import sightings.event.Decoded;
import sightings.event.DemandInstruction;
import sightings.event.FeedAdded;
import sightings.event.FeedRemoved;
import sightings.event.Instruction;
import sightings.event.SourcePaused;
import sightings.event.SourceResumed;
import sightings.event.Topic;
import sightings.ingest.catalogue.CatalogueView;
import sightings.ingest.publishing.TopicFollower;
import sightings.ingest.watching.SourceControl;

/**
 * Does what staff instruct, on every instance: aliases go to the catalogue in memory, the rest to the sources. What this
 * release does not know is passed over; it is told apart by the projection.
 */
@Component
class InstructionListener implements TopicFollower.Listener {

    private static final Logger log = LoggerFactory.getLogger(InstructionListener.class);

    private final CatalogueView catalogue;
    private final SourceControl sources;
    private final Standing standing = new Standing();

    InstructionListener(TopicFollower follower, CatalogueView catalogue, SourceControl sources) {
        this.catalogue = catalogue;
        this.sources = sources;
        follower.follow(Topic.INSTRUCTIONS, this);
    }

    @Override
    public void heard(@Nullable String key, Decoded decoded) {
        if (decoded instanceof Decoded.Read(String id, Instruction instruction) && standing.take(instruction)) {
            follow(id, instruction);
        }
    }

    @Override
    public void caughtUp() {
        catalogue.aliasesKnown();
        sources.known();
    }

    private void follow(String id, Instruction instruction) {
        switch (instruction) {
            case AliasInstruction alias -> catalogue.heed(id, alias);
            case FeedAdded feed -> {
                if (!sources.add(feed.source(), feed.address())) {
                    log.warn("A feed that staff added is no web address and is not watched");
                }
            }
            case FeedRemoved feed -> sources.remove(feed.source());
            case SourcePaused paused -> sources.pause(paused.source(), true);
            case SourceResumed resumed -> sources.pause(resumed.source(), false);
            case CheckAsked asked -> sources.check(asked.source(), asked.time());
            case DemandInstruction _ -> {
                // Staff tidy their own list; what is watched is the same.
            }
        }
    }
}
