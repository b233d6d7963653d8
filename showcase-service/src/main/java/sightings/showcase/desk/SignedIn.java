package sightings.showcase.desk;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Sends a person who signed in to where they wanted to go, and says once who they are for the audit trail. */
final class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final SignInLimit limit;
    private final Staff staff;

    SignedIn(SignInLimit limit, Staff staff) {
        this.limit = limit;
        this.staff = staff;
        setDefaultTargetUrl("/desk");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        limit.succeeded(authentication.getName(), request.getRemoteAddr());
        staff.introduce(authentication.getName());
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
