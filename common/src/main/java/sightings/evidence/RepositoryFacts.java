package sightings.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a code host says of a repository besides what any subject has.
 *
 * @param defaultBranch the branch that people see first
 * @param commit the commit at which its files were found last, where the search told it
 * @param archived whether its owner has put it away for reading only
 * @param stars how many people marked it, as a bucket: the exact number changes daily and tells no more
 * @param forks how many forks its host counts
 * @param copies how many other repositories were seen with the same files: forks, course work, vendored code. They are
 *     one use with this one and are not told apart from it
 */
public record RepositoryFacts(
        String defaultBranch, @Nullable String commit, boolean archived, Stars stars, int forks, int copies) {

    /** How many people marked a repository, in steps that do not change daily. */
    public enum Stars {
        NONE,
        UNDER_10,
        UNDER_100,
        UNDER_1000,
        FROM_1000;

        /** The bucket of this number; negative numbers are none. */
        public static Stars of(long number) {
            if (number <= 0) {
                return NONE;
            }
            return number < 10 ? UNDER_10 : number < 100 ? UNDER_100 : number < 1_000 ? UNDER_1000 : FROM_1000;
        }
    }
}
