package sightings.showcase.desk;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells each page of the desk who is signed in, as the model attribute {@code signedIn}. */
@ControllerAdvice(basePackageClasses = DeskAdvice.class)
class DeskAdvice {

    @ModelAttribute("signedIn")
    @Nullable
    String signedIn(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }
}
