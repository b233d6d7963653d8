package sightings.showcase.uses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import sightings.evidence.Maker;

/** Finds the organisations with sustained use among published uses. Persons are never among them. */
final class PowerUsers {

    private static final int USES = 2;
    private static final int DATASETS = 3;

    private PowerUsers() {}

    /** Those with at least two published uses, or three datasets in them, by name. */
    static List<PowerUser> among(List<UseDocument> published) {
        var byName = new TreeMap<String, List<UseDocument>>();
        for (var use : published) {
            var maker = use.about().maker();
            if (use.isPublic() && maker != null && maker.kind() == Maker.Kind.ORGANISATION && maker.name() != null) {
                byName.computeIfAbsent(maker.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(use);
            }
        }
        return byName.values().stream()
                .map(PowerUsers::described)
                .filter(user -> user.uses().size() >= USES || user.datasets().size() >= DATASETS)
                .toList();
    }

    private static PowerUser described(List<UseDocument> uses) {
        var maker = uses.getFirst().about().maker();
        return new PowerUser(
                maker == null || maker.name() == null ? "" : maker.name(),
                maker == null ? null : maker.url(),
                uses.stream().map(UseDocument::id).toList(),
                uses.stream()
                        .flatMap(use -> use.datasetIds().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                uses.stream()
                        .map(UseDocument::firstSeen)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH));
    }
}
