package sightings.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Through what a dataset is called: a site whose visitors come to it, an application with a key of its own, or a tool that
 * names itself. Sites and keys are known by keyed hashes under the installation's secret: who has counts alone cannot tell
 * which site it is, until {@link CallerNamed} says so.
 *
 * @param value {@code site:} or {@code token:} and 16 hexadecimal digits, or {@code tool:} and its name
 */
public record Caller(@JsonValue String value) implements Comparable<Caller> {

    private static final String TOOL = "tool:";

    @JsonCreator
    public Caller {}

    /** A site by its hash. */
    public static Caller site(String hash) {
        return new Caller("site:" + hash);
    }

    /** An application by the hash of its key. */
    public static Caller token(String hash) {
        return new Caller("token:" + hash);
    }

    /** A tool by its name. */
    public static Caller tool(String name) {
        return new Caller(TOOL + name);
    }

    /** {@code site}, {@code token} or {@code tool}: an access has at most one caller of each sort. */
    public String sort() {
        int colon = value.indexOf(':');
        return colon < 0 ? "" : value.substring(0, colon);
    }

    @Override
    public int compareTo(Caller other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
