package sightings.showcase.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "why do we (not) see this?" as the page shows it.
 *
 * @param finds how many finds there are in all
 * @param by by what was decided, in words
 * @param cut whether there was more than is ever read
 * @param ready whether the catalogue has been harvested
 * @param text whether a text was read, whose steps are shown
 * @param steps of the text
 * @param lines the lines of a log
 * @param feed facts about a feed; none where none was asked about
 * @param items a feed's items
 * @param place whether we look at the address; null where none was asked about
 */
record WhyPage(
        long finds,
        String by,
        boolean cut,
        boolean ready,
        boolean text,
        List<Step> steps,
        List<Line> lines,
        List<Fact> feed,
        List<Item> items,
        @Nullable Place place) {

    WhyPage {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        feed = List.copyOf(feed);
        items = List.copyOf(items);
    }

    /**
     * Something with a name.
     *
     * @param name what it is
     * @param words how it is
     */
    record Fact(String name, Words words) {}

    /**
     * One step.
     *
     * @param it what ingest said
     * @param reason why it is no find
     * @param would what would have to be true
     */
    record Step(
            Why.Step it, @Nullable Words reason, @Nullable Words would) {}

    /**
     * One line of a log.
     *
     * @param title which one
     * @param accepted whether it counts as a request for a dataset
     * @param outcome what became of it
     * @param dataset id of the dataset; null where it asks for none
     * @param facts what it says
     * @param steps why it names no dataset
     */
    record Line(
            String title,
            boolean accepted,
            Words outcome,
            @Nullable String dataset,
            List<Fact> facts,
            List<Step> steps) {

        Line {
            facts = List.copyOf(facts);
            steps = List.copyOf(steps);
        }
    }

    /**
     * One item of a feed.
     *
     * @param title its title
     * @param published when; null where it does not say
     * @param place whether we look at its article; null where it names none
     * @param steps of what the feed says of it
     */
    record Item(
            String title,
            @Nullable String published,
            @Nullable Place place,
            List<Step> steps) {

        Item {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Whether we look at an address.
     *
     * @param address the address
     * @param facts how it is covered, when it was seen
     * @param would what would make us look there; null where we do
     */
    record Place(String address, List<Fact> facts, @Nullable Words would) {

        Place {
            facts = List.copyOf(facts);
        }
    }
}
