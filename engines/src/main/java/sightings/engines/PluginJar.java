package sightings.engines;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Our analysis plugin as the server wants it: a descriptor beside a jar. */
final class PluginJar {

    private static final String DESCRIPTOR = "plugin-descriptor.properties";
    // By name: the class itself can only be loaded inside the server.
    private static final String PLUGIN = "/sightings/analysis/SightingsAnalysisPlugin.class";

    private final byte[] content;

    private PluginJar(byte[] content) {
        this.content = content;
    }

    /** The plugin on our class path, where it is a jar, or a folder of classes in the middle of a build. */
    static PluginJar onClassPath() throws IOException {
        Path location = Locations.ofResource(PLUGIN);
        return new PluginJar(Files.isDirectory(location) ? pack(location) : Files.readAllBytes(location));
    }

    private static byte[] pack(Path classes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed);
                Stream<Path> files = Files.walk(classes)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                ZipEntry entry = new ZipEntry(classes.relativize(file).toString());
                // The same classes give the same bytes, and so the same fingerprint.
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
            }
        }
        return packed.toByteArray();
    }

    /** Differs whenever the plugin differs. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    void install(Path plugins) throws IOException {
        Path folder = Files.createDirectories(plugins.resolve("sightings-analysis"));
        Files.write(folder.resolve("sightings-analysis.jar"), content);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(DESCRIPTOR)) {
                    Files.copy(entries, folder.resolve(DESCRIPTOR));
                    return;
                }
            }
        }
        throw new IOException("The analysis plugin has no " + DESCRIPTOR);
    }
}
