package sightings.showcase.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** How pages and their files are served. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String[] NOT_PAGES = {
        "/assets/**", "/api/**", "/feeds/**", "/actuator/**", "/map/**", "/stories/*/picture.svg"
    };

    private final LanguageChoice language;
    private final PageCaching caching;

    WebConfiguration(LanguageChoice language, PageCaching caching) {
        this.language = language;
        this.caching = caching;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(language).excludePathPatterns(NOT_PAGES);
        registry.addInterceptor(caching).excludePathPatterns(NOT_PAGES).excludePathPatterns("/desk/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The name of each file holds a hash of its content, so a browser never has to ask again.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        // MapLibre comes as ES modules; a browser refuses one that is not JavaScript by name.
        configurer.mediaType("mjs", MediaType.parseMediaType("text/javascript"));
    }
}
