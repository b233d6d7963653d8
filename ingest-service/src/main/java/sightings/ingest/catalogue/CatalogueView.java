package sightings.ingest.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.event.AliasAdded;
import sightings.event.AliasInstruction;
import sightings.event.CatalogueHarvested;
import sightings.event.DatasetDescribed;
import sightings.event.Event;

/** The catalogue in memory, folded from topic {@code catalogue} as it is read, with the aliases that staff added. */
public final class CatalogueView implements Datasets, DatasetTexts {

    /** How long a portal that was never harvested is waited for; its first harvest usually takes less. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<String> portals;
    private final InstantSource clock;
    private final Map<DatasetId, Dataset> datasets = new TreeMap<>();
    private final Map<String, Alias> aliases = new TreeMap<>();
    private final Set<String> harvestedPortals = new HashSet<>();
    private @Nullable Catalogue snapshot = Catalogue.EMPTY;
    private @Nullable Catalogue harvest = Catalogue.EMPTY;
    private @Nullable Instant readBackAt;
    private boolean aliasesKnown;
    private @Nullable CatalogueWords words;
    private @Nullable Catalogue wordsOf;

    /**
     * The catalogue, and which instructions of staff it heeds.
     *
     * @param catalogue what was harvested, with the aliases of staff
     * @param instructions CloudEvents ids of the last instruction about each alias
     */
    public record Informed(Catalogue catalogue, Set<String> instructions) {

        public Informed {
            instructions = Set.copyOf(instructions);
        }
    }

    /** The last that staff said of one alias. */
    private record Alias(String id, AliasInstruction instruction) {}

    /** A view that waits for these portals, named by their main host. */
    public CatalogueView(List<String> portals, InstantSource clock) {
        this.portals = List.copyOf(portals);
        this.clock = clock;
    }

    /** Takes in what topic {@code catalogue} says next. */
    public synchronized void apply(Event event) {
        switch (event) {
            case DatasetDescribed described -> {
                var before = datasets.put(described.dataset().id(), described.dataset());
                if (!described.dataset().equals(before)) {
                    snapshot = null;
                    harvest = null;
                }
            }
            case CatalogueHarvested harvest -> harvestedPortals.add(harvest.portal());
            default -> {
                // Nothing else is written to this topic.
            }
        }
    }

    /**
     * Takes in what staff say of an alias; the last one about it stands.
     *
     * @param id the instruction's CloudEvents id
     */
    public synchronized void heed(String id, AliasInstruction instruction) {
        aliases.put(instruction.subject(), new Alias(id, instruction));
        snapshot = null;
    }

    /** All that staff had said of aliases when the service started is known. */
    public synchronized void aliasesKnown() {
        aliasesKnown = true;
    }

    /**
     * Whether finds may be judged by it: all that staff said of aliases is known, and each portal has been harvested once.
     * A portal that never was does not hold up the others for longer than two minutes; where its first harvest comes
     * later, what was seen before is read again.
     */
    public synchronized boolean ready() {
        return aliasesKnown && (harvested() || someHarvested() && waitedEnough());
    }

    /** The portals of the settings that were never harvested, as far as the topic was read. */
    synchronized List<String> missing() {
        return portals.stream()
                .filter(portal -> !harvestedPortals.contains(portal))
                .toList();
    }

    private boolean someHarvested() {
        return portals.stream().anyMatch(harvestedPortals::contains);
    }

    private boolean waitedEnough() {
        var since = readBackAt;
        return since != null && !clock.instant().isBefore(since.plus(PATIENCE));
    }

    /** The catalogue and the instructions that it heeds, at one moment. */
    public synchronized Informed informed() {
        return new Informed(current(), aliases.values().stream().map(Alias::id).collect(Collectors.toSet()));
    }

    /** What the harvests say, without the aliases of staff: what the next harvest is compared with. */
    synchronized Catalogue harvest() {
        var now = harvest;
        if (now == null) {
            now = Catalogue.of(datasets.values());
            harvest = now;
        }
        return now;
    }

    /** All that was in the topic when the service started has been applied. */
    public synchronized void readBack() {
        if (readBackAt == null) {
            readBackAt = clock.instant();
        }
    }

    /** Whether all that was in the topic when the service started has been applied. */
    synchronized boolean isReadBack() {
        return readBackAt != null;
    }

    /** The catalogue as it is now; it never changes in the hand. */
    public synchronized Catalogue current() {
        var now = snapshot;
        if (now == null) {
            now = aliases.isEmpty() ? harvest() : Catalogue.of(withAliases());
            snapshot = now;
        }
        return now;
    }

    @Override
    public synchronized boolean harvested() {
        return readBackAt != null && harvestedPortals.containsAll(portals);
    }

    @Override
    public Optional<DatasetId> withId(String id) {
        return current().with(Reference.Kind.ID, id);
    }

    @Override
    public Optional<DatasetId> withSlug(String slug) {
        return current().with(Reference.Kind.SLUG, slug);
    }

    @Override
    public Optional<DatasetId> withResource(String id) {
        return current().with(Reference.Kind.RESOURCE, id);
    }

    @Override
    public Optional<DatasetId> withAddress(String address) {
        return current().listing(address);
    }

    @Override
    public synchronized boolean together(List<String> wanted) {
        // Aliases add no words, so the harvest says them all.
        var now = harvest();
        var known = words;
        if (known == null || wordsOf != now) {
            known = new CatalogueWords(now.datasets());
            words = known;
            wordsOf = now;
        }
        return known.together(wanted);
    }

    private List<Dataset> withAliases() {
        var more = new HashMap<DatasetId, List<Reference>>();
        for (Alias alias : aliases.values()) {
            if (alias.instruction() instanceof AliasAdded added) {
                more.computeIfAbsent(added.dataset(), _ -> new ArrayList<>()).add(added.reference());
            }
        }
        return datasets.values().stream()
                .map(dataset -> References.with(dataset, more.getOrDefault(dataset.id(), List.of())))
                .toList();
    }
}
