package sightings.showcase.pages;

import java.util.List;

/**
 * One way to narrow a list.
 *
 * @param name parameter of the address, and part of the key of its heading
 * @param choices what can be chosen
 */
record FacetGroup(String name, List<Choice> choices) {

    FacetGroup {
        choices = List.copyOf(choices);
    }

    /** Whether any of it is chosen. */
    public boolean isUsed() {
        return choices.stream().anyMatch(Choice::chosen);
    }

    /**
     * One choice.
     *
     * @param label in words
     * @param count how many the list then has
     * @param url the list with this choice, or without it where it is chosen
     * @param chosen whether it is
     */
    record Choice(String label, long count, String url, boolean chosen) {}
}
