package sightings.engines;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Where on the class path something lies. */
final class Locations {

    private Locations() {}

    /** The jar or the folder that holds the class. */
    static Path of(Class<?> type) throws IOException {
        return ofResource("/" + type.getName().replace('.', '/') + ".class");
    }

    /** The jar or the folder that holds the resource. */
    static Path ofResource(String name) throws IOException {
        URL url = Locations.class.getResource(name);
        if (url == null) {
            throw new IOException("Not on the class path: " + name);
        }
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            String address = url.toString();
            return Path.of(URI.create(address.substring(0, address.length() - name.length())));
        } catch (URISyntaxException invalid) {
            throw new IOException("Cannot read the address " + url, invalid);
        }
    }
}
