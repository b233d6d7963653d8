package sightings.local.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a repository that refers to datasets of the sample city: facts only.
 *
 * @param name owner and name
 * @param owner {@code Organization} or {@code User}
 * @param commit the commit that was looked at
 * @param pushedAt when that was made, ISO with offset
 * @param licence SPDX name
 * @param language main language
 * @param topics its tags
 * @param fork whether it was forked from another
 * @param later its turn among those that appear after the first start, from 1; 0 for those there from the beginning
 * @param files those that refer to the portal
 */
record CityRepository(
        String name,
        String owner,
        @Nullable String commit,
        @Nullable String pushedAt,
        @Nullable String licence,
        @Nullable String language,
        @Nullable List<String> topics,
        boolean fork,
        int later,
        List<CityFile> files) {

    /** Real numbers of repositories are smaller, so ours never meet one. */
    private static final long FIRST_ID = 900_000_000_000L;

    /**
     * A stable number made of the name, since the real one is not recorded.
     *
     * @see <a href="https://docs.github.com/rest/repos">what it stands for</a>
     */
    long id() {
        return number(name);
    }

    /** A stable number of the owner, made in the same way. */
    long ownerId() {
        return number(login());
    }

    /** The number made of a full name or of an owner's name. */
    static long number(String name) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return FIRST_ID + crc.getValue();
    }

    String login() {
        return name.substring(0, name.indexOf('/'));
    }

    String shortName() {
        return name.substring(name.indexOf('/') + 1);
    }

    String revision() {
        return commit == null ? "HEAD" : commit;
    }

    List<String> topicList() {
        return topics == null ? List.of() : topics;
    }

    Optional<CityFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    Optional<CityFile> readme() {
        return files.stream()
                .filter(file -> file.path().toLowerCase(java.util.Locale.ROOT).startsWith("readme"))
                .findFirst();
    }
}
