package sightings.showcase.instructions;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sightings.dataset.DatasetId;
import sightings.evidence.SourceId;
import sightings.showcase.instructions.InstructionDocument.Act;

/**
 * What staff asked so far, and what of it stands: of all about one subject the latest. Pure.
 *
 * @param all newest first
 */
public record Instructions(List<InstructionDocument> all) {

    public Instructions {
        all = all.stream()
                .sorted(Comparator.comparing(InstructionDocument::time)
                        .reversed()
                        .thenComparing(InstructionDocument::id))
                .toList();
    }

    /** Aliases of this dataset that stand, oldest first. */
    public List<InstructionDocument> aliases(DatasetId dataset) {
        return standing().stream()
                .filter(one -> one.act() == Act.ALIAS_ADDED && dataset.equals(one.dataset()))
                .sorted(Comparator.comparing(InstructionDocument::time))
                .toList();
    }

    /** The values of all aliases that stand. */
    public Set<String> aliasValues() {
        return standing().stream()
                .filter(one -> one.act() == Act.ALIAS_ADDED)
                .flatMap(one -> Optional.ofNullable(one.value()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What visitors ask for in vain and staff do not want to see, each by its subject. */
    public Set<String> demandsSetAside() {
        return standing().stream()
                .filter(one -> one.act() == Act.DEMAND_SET_ASIDE)
                .map(InstructionDocument::about)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All that was ever asked about aliases of this dataset, newest first. */
    public List<InstructionDocument> aboutAliases(DatasetId dataset) {
        return all.stream().filter(one -> dataset.equals(one.dataset())).toList();
    }

    /** All that was ever asked about aliases, newest first. */
    public List<InstructionDocument> aboutAliases() {
        return all.stream().filter(one -> one.dataset() != null).toList();
    }

    /** When the last was asked about this subject. */
    public Optional<Instant> latest(String about) {
        return all.stream().filter(one -> one.about().equals(about)).findFirst().map(InstructionDocument::time);
    }

    /** Feeds that staff added and did not remove. */
    public Set<SourceId> feedsAdded() {
        return sources(Act.FEED_ADDED);
    }

    /** Feeds that staff added and removed again, and when. */
    public Map<SourceId, Instant> feedsRemoved() {
        Map<SourceId, Instant> removed = new HashMap<>();
        for (InstructionDocument one : standing()) {
            var source = one.source();
            if (one.act() == Act.FEED_REMOVED && source != null) {
                removed.put(source, one.time());
            }
        }
        return Map.copyOf(removed);
    }

    /** Sources that are to be left alone. */
    public Set<SourceId> paused() {
        return sources(Act.SOURCE_PAUSED);
    }

    /** The last that was asked about this source, but for wishes to look. */
    public Optional<InstructionDocument> lastAbout(SourceId source) {
        return all.stream()
                .filter(one -> source.equals(one.source()) && one.act() != Act.CHECK_ASKED)
                .findFirst();
    }

    private Set<SourceId> sources(Act act) {
        return standing().stream()
                .filter(one -> one.act() == act)
                .flatMap(one -> Optional.ofNullable(one.source()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<InstructionDocument> standing() {
        Map<String, InstructionDocument> latest = new HashMap<>();
        all.forEach(one -> latest.putIfAbsent(one.about(), one));
        return List.copyOf(latest.values());
    }
}
