package sightings.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built project.
 * @param folder its top folder
 */
record Project(Path folder) {

    /** Names the top folder; the script sets it. */
    private static final String HOME_PROPERTY = "sightings.home";

    static Project current() {
        return new Project(
                Path.of(System.getProperty(HOME_PROPERTY, ".")).toAbsolutePath().normalize());
    }

    /** The runnable jar of a service, unpacked: its libraries lie beside it. */
    Path jar(String service) throws IOException {
        Path target = folder.resolve("local-stack/target/services").resolve(service);
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, service + "-*-exec.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        throw new Refused("No " + service + " in " + target + ": build with mvn -DskipTests package, or ./sightings.");
    }
}
