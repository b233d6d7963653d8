package sightings.showcase.projection;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/rebuild} builds all documents anew beside the live ones; {@code GET} tells how far it is. */
@Component
@Endpoint(id = "rebuild")
class RebuildEndpoint {

    private final Projector projector;

    RebuildEndpoint(Projector projector) {
        this.projector = projector;
    }

    /**
     * How far it is.
     *
     * @param live name of the generation that is shown; null where there is none
     * @param wanted whether a rebuild was asked for and has not begun
     * @param building the generation under way; null where there is none
     */
    record Progress(@Nullable String live, boolean wanted, ProjectionStatus.@Nullable Building building) {}

    /** How far it is. */
    @ReadOperation
    Progress progress() {
        return new Progress(
                projector.liveGeneration(),
                projector.isRebuildWanted(),
                projector.now().building());
    }

    /** Begins, unless one is under way. */
    @WriteOperation
    Progress begin() {
        if (projector.now().building() == null) {
            projector.rebuild();
        }
        return progress();
    }
}
