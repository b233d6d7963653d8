package sightings.ingest.downloads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which an installation hashes what must be known again on another day but never told: app tokens, and
 * what single visitors ask for. It is not for visitors, whose pseudonyms last a day. Safe for use by several threads.
 */
public final class InstallationSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String FILE = "installation-secret";
    private static final int BYTES = 32;
    private static final int SHORT = 12;
    private static final int SHORTEST_SET = 32;

    private final SecretKeySpec key;

    /** @param secret any bytes, at least one */
    public InstallationSecret(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * The secret of this text, as an operator sets it who runs several instances.
     *
     * @throws IllegalArgumentException where it has less than 32 characters; the message does not repeat it
     */
    public static InstallationSecret of(String text) {
        if (text.length() < SHORTEST_SET) {
            throw new IllegalArgumentException("sightings.secret has less than 32 characters and could be guessed");
        }
        return new InstallationSecret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret that lies in this folder; drawn once where there is none, readable by its owner alone. */
    public static InstallationSecret in(Path folder) {
        var file = folder.resolve(FILE);
        try {
            return new InstallationSecret(read(file));
        } catch (NoSuchFileException e) {
            return draw(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The installation's secret cannot be read: " + file, e);
        }
    }

    private static InstallationSecret draw(Path file) {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var draft = file.resolveSibling(FILE + ".draft");
            Files.deleteIfExists(draft);
            create(draft);
            Files.writeString(draft, Base64.getEncoder().encodeToString(secret));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return new InstallationSecret(secret);
        } catch (IOException e) {
            throw new UncheckedIOException("The installation's secret cannot be written: " + file, e);
        }
    }

    /** An empty file that nobody else can read, before anything stands in it. */
    private static void create(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        try (var _ = posix
                ? Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            // Creating it is all.
        }
    }

    private static byte[] read(Path file) throws IOException {
        try {
            var secret = Base64.getDecoder().decode(Files.readString(file).strip());
            if (secret.length == BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("Not what was written there", e);
        }
        throw new IOException("It has not the length that was written; restore it from a backup or delete it");
    }

    /**
     * What stands for this text: 96 bits as 24 hexadecimal digits.
     *
     * @param purpose keeps texts of one sort from standing for those of another
     */
    String hash(String purpose, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            var whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, SHORT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "InstallationSecret[]";
    }
}
