package sightings.showcase.uses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Puts a use and those that were merged into it together, as pages show them. Pure; nothing of it is stored. */
final class Assembly {

    private Assembly() {}

    /**
     * The use with the finds of all its members, and the datasets, sources, score and times that follow.
     *
     * @param use the use that survives
     * @param candidates the uses that it names as members; one whose own document says otherwise is left out, since its
     *     half of the merge was refused
     */
    static UseDocument of(UseDocument use, Collection<UseDocument> candidates) {
        var members = candidates.stream()
                .filter(member ->
                        member.status() == UseStatus.MERGED && use.id().equals(member.into()))
                .sorted(Comparator.comparing(member -> member.id().value()))
                .toList();
        var held = new ArrayList<>(use.held());
        var firstSeen = use.firstSeen();
        var lastSeen = use.lastSeen();
        for (var member : members) {
            held.addAll(member.held());
            firstSeen = member.firstSeen().isBefore(firstSeen) ? member.firstSeen() : firstSeen;
            lastSeen = member.lastSeen().isAfter(lastSeen) ? member.lastSeen() : lastSeen;
        }
        return use.withMembers(members.stream().map(UseDocument::id).toList())
                .counted(use.about(), List.copyOf(held), firstSeen, lastSeen);
    }
}
