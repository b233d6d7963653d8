package sightings.local.world;

import java.util.List;

/**
 * A made-up post of a made-up publisher.
 *
 * @param feed which publisher's
 * @param slug last part of its address
 * @param title its headline
 * @param daysBefore how long before the first start it came out
 * @param later its turn among those that appear after the first start, from 1; 0 for those there from the beginning
 * @param paragraphs its text; {@code [words](abcd-2345)} links a dataset
 */
record Article(String feed, String slug, String title, int daysBefore, int later, List<String> paragraphs) {

    Article {
        paragraphs = List.copyOf(paragraphs);
    }
}
