package sightings.ingest.publishing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health {@code following}: the topics that cannot be followed now, with why. They are attempted again and again. */
@Component("following")
class FollowingHealthIndicator implements HealthIndicator {

    private final TopicFollower follower;

    FollowingHealthIndicator(TopicFollower follower) {
        this.follower = follower;
    }

    @Override
    public Health health() {
        return Health.up().withDetails(follower.troubles()).build();
    }
}
