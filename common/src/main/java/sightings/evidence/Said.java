package sightings.evidence;

import java.util.List;

/**
 * What staff are told, by a code, so that each of them reads it in their own language.
 *
 * @param code name of the {@link Saying}; a reader that does not know it shows the text
 * @param arguments what stands in it for {@code {0}}, {@code {1}}, ...
 * @param text all of it in English
 */
public record Said(String code, List<String> arguments, String text) {

    public Said {
        arguments = List.copyOf(arguments);
    }
}
