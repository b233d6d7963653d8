package sightings.showcase.desk;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import sightings.showcase.settings.ShowcaseSettings;
import sightings.showcase.web.SecurityHeaders;

/**
 * Who may see what: the desk is for those who signed in, the actuator for the addresses that the operator named, and
 * all else is public and needs no session.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskSettings.class)
class DeskSecurity {

    static final String SIGN_IN = "/desk/sign-in";

    private static final Logger log = LoggerFactory.getLogger(DeskSecurity.class);

    @Bean
    @Order(1)
    SecurityFilterChain actuatorSecurity(HttpSecurity http, ShowcaseSettings settings) throws Exception {
        var allowed =
                settings.actuator().stream().map(DeskSecurity::addressMatcher).toList();
        // A browser names the page that sends a request; programs of the operator do not. So no web page that somebody
        // on this machine happens to read can start a rebuild.
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((_, context) -> new AuthorizationDecision(
                                allowed.stream().anyMatch(matcher -> matcher.matches(context.getRequest()))
                                        && (context.getRequest().getMethod().equals("GET")
                                                || context.getRequest().getHeader("Origin") == null))))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (_, response, _) -> response.sendError(403, "Not from this address")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain deskFilters(HttpSecurity http, SignInLimit limit, Staff staff) throws Exception {
        return http.securityMatcher("/desk", "/desk/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(SIGN_IN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new SignInLimitFilter(limit), UsernamePasswordAuthenticationFilter.class)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .loginProcessingUrl(SIGN_IN)
                        .successHandler(new SignedIn(limit, staff))
                        .failureHandler((request, response, _) -> {
                            limit.failed(SignInLimitFilter.userName(request), request.getRemoteAddr());
                            response.sendRedirect(request.getContextPath() + SIGN_IN + "?failed");
                        }))
                .headers(new SecurityHeaders())
                .logout(logout -> logout.logoutUrl("/desk/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
                .build();
    }

    @Bean
    SignInLimit signInLimit(InstantSource clock) {
        return new SignInLimit(clock);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService staffAccounts(DeskSettings settings, PasswordEncoder encoder) {
        var password = settings.password();
        if (password == null || !settings.isOpen()) {
            log.warn("desk: nobody can sign in; set sightings.desk.password (SIGHTINGS_DESK_PASSWORD) to open it");
            return new InMemoryUserDetailsManager();
        }
        return new InMemoryUserDetailsManager(User.withUsername(settings.user())
                .password(encoder.encode(password))
                .roles("STAFF")
                .build());
    }

    private static IpAddressMatcher addressMatcher(String address) {
        return new IpAddressMatcher(address);
    }
}
