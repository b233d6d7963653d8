package sightings.ingest.recognising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import sightings.evidence.Observation;
import sightings.evidence.Sighting;
import sightings.ingest.watching.Redactor;

/**
 * Tells what the recogniser does with a text. It reads the text by the recogniser's own code, listening to what that
 * refuses, and adds what that does not even look at: addresses of unknown hosts, and ids that no dataset has.
 */
final class Explainer {

    private static final int MOST_REFUSED = 200;
    private static final int MOST_TEXT = 160;

    private final Lexicon lexicon;

    Explainer(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Explanation explain(Observation observation, List<Sighting> found) {
        var kind = Recogniser.kind(observation);
        var path = observation.place().path();
        var steps = new ArrayList<Explanation.Step>();
        steps.add(new Explanation.Read(
                path == null ? "" : path,
                kind.name().toLowerCase(Locale.ROOT),
                observation.text().length(),
                observation.truncated()));
        var written = new Written(observation.text(), path, kind);
        var refused = new TreeMap<Integer, Explanation.Refused>();
        var reading = new Reading(written, lexicon, new Listener(written, refused));
        var hits = reading.hits();
        reading.context().portals().stream().sorted().forEach(portal -> steps.add(new Explanation.SpeaksOf(portal)));
        new Strangers(written, lexicon, hits, new Listener(written, refused)).find();
        var inText = new ArrayList<Explanation.Step>(refused.values());
        found.forEach(sighting -> inText.add(new Explanation.Found(sighting)));
        inText.sort(Comparator.comparingInt(Explainer::line));
        steps.addAll(inText);
        return new Explanation(
                steps,
                Recogniser.VERSION.substring(1),
                lexicon.catalogue().version(),
                lexicon.catalogue().datasets().size());
    }

    private static int line(Explanation.Step step) {
        return switch (step) {
            case Explanation.Refused refused -> refused.line();
            case Explanation.Found found -> {
                var line = found.sighting().place().line();
                yield line == null ? 0 : line;
            }
            case Explanation.Read _, Explanation.SpeaksOf _ -> 0;
        };
    }

    /** Keeps what was refused, the first reason at each position, up to a number that people can read. */
    private record Listener(Written written, TreeMap<Integer, Explanation.Refused> refused) implements Trace {

        @Override
        public boolean isOn() {
            return refused.size() < MOST_REFUSED;
        }

        @Override
        public void refused(int start, int end, Refusal refusal) {
            if (isOn()) {
                var text = written.text().substring(start, Math.min(end, start + MOST_TEXT));
                refused.putIfAbsent(
                        start,
                        new Explanation.Refused(
                                written.lines().number(start), Redactor.redact(text.replace('\n', ' ')), refusal));
            }
        }
    }
}
