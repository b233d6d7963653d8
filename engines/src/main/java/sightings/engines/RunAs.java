package sightings.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Elasticsearch refuses to run as root: root runs it as the user that owns nothing else. */
final class RunAs {

    private static final int NOBODY = 65534;

    private RunAs() {}

    static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The same command, run as the other user if we are root. */
    static List<String> other(List<String> command) {
        if (!root()) {
            return command;
        }
        List<String> dropped =
                new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
        dropped.addAll(command);
        return dropped;
    }

    /** Gives a folder with all that is in it to the other user if we are root. */
    static void give(Path folder) throws IOException {
        if (!root()) {
            return;
        }
        requireReachable(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", NOBODY);
                Files.setAttribute(file, "unix:gid", NOBODY);
            }
        }
    }

    /** Refuses a folder that the other user cannot reach, such as one in root's home. */
    static void requireReachable(Path folder) throws IOException {
        if (!root()) {
            return;
        }
        for (Path parent = folder.toRealPath().getParent(); parent != null; parent = parent.getParent()) {
            if (!Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new IOException("Elasticsearch does not run as root, and the user it runs as cannot reach "
                        + folder + " because " + parent + " is closed to others. Choose a folder outside of it.");
            }
        }
    }
}
