package sightings.city;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the key of {@code city.yml} whose value turned out to be wrong, and what would be right. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongCityValueAnalyzer extends AbstractFailureAnalyzer<WrongCityValue> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongCityValue cause) {
        return new FailureAnalysis(
                "city.yml cannot be used:\n\n  " + cause.told(), "Correct this key and start again.", cause);
    }
}
