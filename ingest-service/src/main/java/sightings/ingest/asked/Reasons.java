package sightings.ingest.asked;

import java.util.List;
import java.util.stream.Stream;
import sightings.evidence.Observation;
import sightings.evidence.Said;
import sightings.evidence.Sighting;
import sightings.ingest.asked.Answer.Find;
import sightings.ingest.asked.Answer.Outcome;
import sightings.ingest.asked.Answer.Step;
import sightings.ingest.asked.Answer.Suggestion;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.recognising.Explanation;
import sightings.ingest.recognising.Recogniser;

/** What the recogniser says of an observation, in the desk's words: why it is a find, or why not. Pure. */
final class Reasons {

    private static final int MOST = 200;
    private static final int LONGEST = 300;

    private final Recogniser recogniser = new Recogniser();

    /**
     * What the recogniser says.
     *
     * @param as which kind of file the text was taken for
     * @param steps at most 200, in the order of the text; links beside it stand behind it
     */
    record Told(String as, List<Step> steps) {

        Told {
            steps = List.copyOf(steps);
        }
    }

    /** What the recogniser says of this observation. */
    Told of(Observation observation, Catalogue catalogue) {
        var explained =
                recogniser.explain(withLinksInText(observation), catalogue).steps();
        return new Told(
                explained.stream()
                        .flatMap(step -> step instanceof Explanation.Read read ? Stream.of(read.as()) : Stream.of())
                        .findFirst()
                        .orElse(""),
                explained.stream()
                        .flatMap(step -> step(step, catalogue))
                        .limit(MOST)
                        .toList());
    }

    private static Observation withLinksInText(Observation seen) {
        return seen.links().isEmpty()
                ? seen
                : new Observation(
                        seen.source(),
                        seen.place(),
                        seen.subject(),
                        seen.seenAt(),
                        seen.publishedAt(),
                        seen.text() + "\n" + String.join("\n", seen.links()),
                        List.of(),
                        seen.truncated());
    }

    private static Stream<Step> step(Explanation.Step step, Catalogue catalogue) {
        return switch (step) {
            // It is told once, beside the steps.
            case Explanation.Read _ -> Stream.of();
            case Explanation.SpeaksOf(String portal) ->
                Stream.of(new Step(Outcome.PORTAL, null, portal, null, null, null, null, null));
            case Explanation.Found(Sighting sighting) -> Stream.of(found(sighting, catalogue));
            case Explanation.Refused refused -> Stream.of(refused(refused));
        };
    }

    private static Step found(Sighting sighting, Catalogue catalogue) {
        var title = catalogue.dataset(sighting.dataset()).map(dataset -> dataset.title());
        return new Step(
                Outcome.FOUND,
                sighting.place().line(),
                sighting.snippet(),
                sighting.rule(),
                null,
                null,
                new Find(
                        sighting.dataset().value(),
                        title.orElse(""),
                        sighting.grade().name(),
                        sighting.method().name(),
                        sighting.verification().name(),
                        sighting.confidence()),
                null);
    }

    private static Step refused(Explanation.Refused refused) {
        var refusal = refused.refusal();
        var alias = refusal.alias();
        var reason = refusal.said();
        return new Step(
                Outcome.REFUSED,
                refused.line(),
                shortened(refused.text()),
                refusal.rule(),
                reason,
                new Said(reason.code(), reason.arguments(), refusal.wouldMatch()),
                null,
                alias == null ? null : new Suggestion(alias.kind().name(), shortened(alias.value())));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
