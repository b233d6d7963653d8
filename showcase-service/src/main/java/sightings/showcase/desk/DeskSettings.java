package sightings.showcase.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may sign in to the desk.
 *
 * @param user name of the staff account
 * @param password its password, at most 72 bytes; without one nobody can sign in
 */
@Validated
@ConfigurationProperties("sightings.desk")
record DeskSettings(
        @NotBlank @Size(max = 60) @DefaultValue("staff") String user,
        @Nullable @Size(max = 72) String password) {

    /** Whether anybody can sign in. */
    boolean isOpen() {
        return password != null && !password.isBlank();
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "DeskSettings[user=" + user + (isOpen() ? ", password set]" : ", no password]");
    }
}
