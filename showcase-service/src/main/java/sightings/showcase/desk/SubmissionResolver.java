package sightings.showcase.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives a handler the {@link Submission} that it asks for. */
@Component
class SubmissionResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Submission.class;
    }

    @Override
    public Submission resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var model = Objects.requireNonNull(container);
        var redirect = new RedirectAttributesModelMap();
        model.setRedirectModel(redirect);
        var sent = new LinkedMultiValueMap<String, String>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
        return new Submission(
                Forms.typed(sent),
                // The desk is closed to whoever is not signed in.
                Staff.id(Objects.requireNonNull(request.getUserPrincipal())),
                RequestContextUtils.getLocale(
                        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))),
                // As Spring's own resolver of Model does: it is one.
                (Model) model.getModel(),
                redirect,
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
    }
}
