package sightings.showcase.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends those who must wait back to the sign-in page before any password is looked at. */
final class SignInLimitFilter extends OncePerRequestFilter {

    private final SignInLimit limit;

    SignInLimitFilter(SignInLimit limit) {
        this.limit = limit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getServletPath().equals(DeskSecurity.SIGN_IN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limit.mustWait(userName(request), request.getRemoteAddr())) {
            response.sendRedirect(request.getContextPath() + DeskSecurity.SIGN_IN + "?wait");
        } else {
            chain.doFilter(request, response);
        }
    }

    static String userName(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter("username"), "");
    }
}
