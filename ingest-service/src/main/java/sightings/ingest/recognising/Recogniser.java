package sightings.ingest.recognising;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.evidence.Grade;
import sightings.evidence.Observation;
import sightings.evidence.Sighting;
import sightings.evidence.Subject;
import sightings.ingest.catalogue.Catalogue;

/**
 * Finds the datasets of a catalogue in what was observed. Pure: same observation and catalogue, same sightings. The
 * shape of an address or id alone is never a find; the catalogue decides. Its time grows with the length of the text and
 * nothing else. Safe for use by several threads.
 */
public final class Recogniser {

    /** The version of the rules; part of each find's rule, as in {@code socrata-resource@2}. */
    static final String VERSION = "@" + RuleSet.NUMBER;
    /** A file that names this many datasets lists the catalogue; it does not use each of them. */
    private static final int LIST = 40;

    /** Only saves arranging the same catalogue anew for each text; which one is kept changes no answer. */
    private volatile Lexicon lexicon = Lexicon.of(Catalogue.EMPTY);

    /** At most one sighting of each dataset: the strongest, at its line. Sorted by dataset. */
    public List<Sighting> recognise(Observation observation, Catalogue catalogue) {
        var best = new TreeMap<DatasetId, Found>();
        var written = written(observation);
        for (Found found : found(observation, written, catalogue, Trace.NONE)) {
            best.merge(found.hit().dataset(), found, Recogniser::stronger);
        }
        return sightings(observation, written, catalogue, best.values());
    }

    /** As {@link #recognise}, but the strongest of each dataset in each line. Sorted by line, then dataset. */
    public List<Sighting> recogniseLines(Observation observation, Catalogue catalogue) {
        var written = written(observation);
        var all = found(observation, written, catalogue, Trace.NONE);
        if (all.isEmpty()) {
            return List.of();
        }
        var best = new HashMap<List<Object>, Found>();
        for (Found found : all) {
            int line = found.link() == null ? written.lines().number(found.hit().start()) : 0;
            best.merge(List.of(line, found.hit().dataset()), found, Recogniser::stronger);
        }
        return sightings(observation, written, catalogue, best.values()).stream()
                .sorted(Comparator.comparing((Sighting sighting) -> line(sighting))
                        .thenComparing(Sighting::dataset))
                .toList();
    }

    /**
     * Whether anything can be found in a text at all, asked of its bytes before it is made a text: of most of what there is
     * in the world the answer is no, and found out much faster than by reading.
     *
     * @param bytes UTF-8, as it is or as JSON writes it
     * @param from the first byte that counts
     * @param to behind the last byte that counts
     * @return false only where {@link #recognise} finds nothing
     */
    public boolean mayFind(byte[] bytes, int from, int to, Catalogue catalogue) {
        return lexicon(catalogue).sieve().holds(bytes, from, to);
    }

    /** What the recogniser looked at, what it found, and why it did not take the rest. */
    public Explanation explain(Observation observation, Catalogue catalogue) {
        return new Explainer(lexicon(catalogue)).explain(observation, recogniseLines(observation, catalogue));
    }

    private static int line(Sighting sighting) {
        var line = sighting.place().line();
        return line == null ? 0 : line;
    }

    private static Written written(Observation observation) {
        return new Written(observation.text(), observation.place().path(), kind(observation));
    }

    private List<Found> found(Observation observation, Written written, Catalogue catalogue, Trace trace) {
        var known = lexicon(catalogue);
        var kind = written.kind();
        var found = new ArrayList<Found>();
        new Reading(written, known, trace).hits().forEach(hit -> found.add(new Found(hit, null)));
        assert found.isEmpty() || passesSieve(observation.text(), known) : "The sieve would have held back a find";
        for (String link : observation.links()) {
            new Reading(new Written(link, null, FileKind.PROSE), known, trace)
                    .hits()
                    .forEach(hit -> found.add(new Found(hit.atMost(Grade.REFERENCE), link)));
        }
        if (found.size() > LIST && (kind == FileKind.CONFIG || kind == FileKind.DATA)) {
            var datasets = new HashSet<DatasetId>();
            found.forEach(each -> datasets.add(each.hit().dataset()));
            if (datasets.size() > LIST) {
                found.replaceAll(each -> new Found(each.hit().atMost(Grade.REFERENCE), each.link()));
            }
        }
        return found;
    }

    private static boolean passesSieve(String text, Lexicon known) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return known.sieve().holds(bytes, 0, bytes.length);
    }

    private Lexicon lexicon(Catalogue catalogue) {
        var known = lexicon;
        if (known.catalogue() != catalogue) {
            known = Lexicon.of(catalogue);
            lexicon = known;
        }
        return known;
    }

    static FileKind kind(Observation observation) {
        return observation.subject().kind() == Subject.Kind.REPOSITORY
                ? FileKind.of(observation.place().path())
                : FileKind.PROSE;
    }

    private static Found stronger(Found a, Found b) {
        return Hit.STRONGEST_FIRST.compare(b.hit(), a.hit()) < 0 ? b : a;
    }

    private static List<Sighting> sightings(
            Observation observation, Written written, Catalogue catalogue, Collection<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var clerk = new SightingWriter(observation, written.lines(), catalogue.version());
        return found.stream().map(each -> clerk.write(each.hit(), each.link())).toList();
    }

    /** A hit with the link that it stands in, where it does not stand in the text. */
    private record Found(Hit hit, @Nullable String link) {}
}
