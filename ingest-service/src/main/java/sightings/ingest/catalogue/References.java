package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import sightings.dataset.Dataset;
import sightings.dataset.Reference;

/** Keeps all forms in which a dataset was ever linked to: references are dated and only ever added. */
final class References {

    private static final Comparator<Reference> ORDER =
            Comparator.comparing(Reference::kind).thenComparing(Reference::value);

    private record Form(Reference.Kind kind, String value) {}

    private References() {}

    /**
     * The dataset as it is now, with the references of both, each since it was first seen. The same tags and files in another
     * order are no change: some portals shuffle them.
     */
    static Dataset merged(Dataset before, Dataset now) {
        var since = new HashMap<Form, LocalDate>();
        for (Dataset one : List.of(before, now)) {
            for (Reference reference : one.references()) {
                since.merge(
                        new Form(reference.kind(), reference.value()),
                        reference.since(),
                        (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        var all = since.entrySet().stream()
                .map(form -> new Reference(form.getKey().kind(), form.getKey().value(), form.getValue()))
                .toList();
        return sorted(calm(before, now), all);
    }

    private static Dataset calm(Dataset before, Dataset now) {
        return new Dataset(
                now.id(),
                now.portal(),
                now.title(),
                now.description(),
                now.landingPage(),
                now.category(),
                sameOrder(before.keywords(), now.keywords()),
                now.publisher(),
                now.licence(),
                now.updatedAt(),
                sameOrder(before.downloads(), now.downloads()),
                now.references(),
                now.goneSince());
    }

    private static <T> List<T> sameOrder(List<T> before, List<T> now) {
        return before.size() == now.size() && Set.copyOf(before).equals(Set.copyOf(now)) ? before : now;
    }

    /** The dataset with these references besides its own, each since it was first seen. */
    static Dataset with(Dataset dataset, List<Reference> more) {
        return more.isEmpty() ? dataset : merged(sorted(dataset, more), dataset);
    }

    /** The dataset with these references in order. */
    static Dataset sorted(Dataset dataset, List<Reference> references) {
        return new Dataset(
                dataset.id(),
                dataset.portal(),
                dataset.title(),
                dataset.description(),
                dataset.landingPage(),
                dataset.category(),
                dataset.keywords(),
                dataset.publisher(),
                dataset.licence(),
                dataset.updatedAt(),
                dataset.downloads(),
                references.stream().sorted(ORDER).toList(),
                dataset.goneSince());
    }
}
