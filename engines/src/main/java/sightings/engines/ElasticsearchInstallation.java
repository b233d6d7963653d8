package sightings.engines;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The unpacked official server with our analysis plugin in it. Nothing is written to it afterwards: each engine has its
 * configuration, data and logs in a folder of its own.
 * @param home the server's folder
 */
record ElasticsearchInstallation(Path home) {

    /** Names the server's zip where it does not lie where the build puts it. */
    static final String ZIP_PROPERTY = "sightings.elasticsearch.zip";

    /** Unpacks the server below the folder, unless the same server with the same plugin is there already. */
    static ElasticsearchInstallation in(Path folder) throws IOException {
        Path zip = zip();
        PluginJar plugin = PluginJar.onClassPath();
        String name = zip.getFileName().toString().replace(".zip", "") + "-" + plugin.fingerprint();
        Path home = folder.toAbsolutePath().resolve(name);
        if (Files.notExists(home)) {
            Files.createDirectories(folder);
            Path fresh = Files.createTempDirectory(folder, "unpacking");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(zip, fresh);
            plugin.install(fresh.resolve("plugins"));
            moveUnlessThere(fresh, home);
        }
        requireOurs(home);
        RunAs.requireReachable(home);
        return new ElasticsearchInstallation(home);
    }

    /** In the build's folder, beside our jar or our classes; or where the system property says. */
    private static Path zip() throws IOException {
        String named = System.getProperty(ZIP_PROPERTY);
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        Path dist =
                Locations.of(ElasticsearchInstallation.class).toAbsolutePath().resolveSibling("dist");
        try (DirectoryStream<Path> zips = Files.newDirectoryStream(dist, "elasticsearch-*.zip")) {
            for (Path zip : zips) {
                return zip;
            }
        }
        throw new IOException("No Elasticsearch server in " + dist + ": build the module engines, or name the zip in -D"
                + ZIP_PROPERTY + "=...");
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                unpack(archive, entries.nextElement(), folder);
            }
        }
    }

    private static void unpack(ZipFile archive, ZipEntry entry, Path folder) throws IOException {
        Path inZip = Path.of(entry.getName());
        if (inZip.getNameCount() < 2) {
            return;
        }
        // Everything is below one folder named after the version.
        Path inside = inZip.subpath(1, inZip.getNameCount());
        Path target = folder.resolve(inside).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        createParent(target);
        Files.copy(archive.getInputStream(entry), target);
        // Java's zip reader drops the mode bits.
        boolean program = inside.startsWith("bin") || inside.endsWith("server-launcher");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** In a folder for all users, somebody else could have put another program there. */
    private static void requireOurs(Path home) throws IOException {
        String owner = Files.getOwner(home).getName();
        if (!owner.equals(System.getProperty("user.name")) && !"?".equals(System.getProperty("user.name"))) {
            throw new IOException(home + " belongs to " + owner + ": remove it, or choose another folder");
        }
    }

    private static void createParent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    /** Two JVMs may unpack at the same time: the first to move wins, and both have the same content. */
    private static void moveUnlessThere(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException other) {
            Folders.delete(fresh);
        }
    }
}
