package sightings.showcase.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sightings.city.CitySettings;

/** Opens the API to every web page, and describes it as OpenAPI 3.1. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private static final List<Class<? extends Record>> SCHEMAS = List.of(
            StoryList.class,
            StoryJson.class,
            DatasetJson.class,
            DownloadJson.class,
            PlaceJson.class,
            ProblemStatementList.class,
            ProblemStatementJson.class,
            UsageList.class,
            UsedDatasetJson.class,
            UsageJson.class,
            UsageWeekJson.class,
            UsagePartJson.class,
            UsageToolJson.class,
            CountJson.class,
            Problem.class);

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        for (String path : List.of("/api/**", "/feeds/**")) {
            registry.addMapping(path)
                    .allowedOrigins("*")
                    .allowedMethods("GET", "HEAD")
                    .exposedHeaders("Link", "ETag", "Retry-After")
                    .maxAge(3600);
        }
    }

    /** What annotations cannot say. */
    @Bean
    OpenApiCustomizer describedApi(CitySettings city) {
        return api -> {
            api.info(new Info()
                            .title("Stories and problem statements of " + city.name())
                            .version("1")
                            .description("What people build with the city's open data, and what the city wants solved."
                                    + " No key is needed. Only published records are here; being listed is no"
                                    + " endorsement."))
                    .servers(List.of(new Server().url(city.site().toString())));
            requireWhatIsAlwaysThere(api);
            addProblems(api);
        };
    }

    private static void requireWhatIsAlwaysThere(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        for (var type : SCHEMAS) {
            Schema<?> schema = schemas.get(type.getSimpleName());
            if (schema != null) {
                schema.setRequired(Arrays.stream(type.getRecordComponents())
                        .filter(component -> !isNullable(component))
                        .map(RecordComponent::getName)
                        .toList());
            }
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getGenericType() instanceof ParameterizedType
                        && component.getName().equals("errors");
    }

    /** Every operation may fail in the same ways. */
    private static void addProblems(OpenAPI api) {
        var problem = new Schema<Object>();
        problem.setTypes(java.util.Set.of("object"));
        problem.setRequired(List.of("type", "title", "status", "detail", "instance"));
        for (var name : List.of("type", "title", "detail", "instance")) {
            var text = new Schema<Object>();
            text.setTypes(java.util.Set.of("string"));
            problem.addProperty(name, text);
        }
        var number = new Schema<Object>();
        number.setTypes(java.util.Set.of("integer"));
        problem.addProperty("status", number);
        var errors = new Schema<Object>();
        errors.setTypes(java.util.Set.of("array"));
        errors.setItems(new Schema<Object>().types(java.util.Set.of("object")));
        problem.addProperty("errors", errors);
        api.getComponents().addSchemas("Problem", problem);
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<Object>().$ref("#/components/schemas/Problem")));
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> Map.of(
                                "304", new ApiResponse().description("what the asker has is still right"),
                                "400",
                                        new ApiResponse()
                                                .description("wrong parameters")
                                                .content(content),
                                "404",
                                        new ApiResponse()
                                                .description("not there in public")
                                                .content(content),
                                "503",
                                        new ApiResponse()
                                                .description("ask again in a moment")
                                                .content(content))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(
                                answer -> operation.getResponses().addApiResponse(answer.getKey(), answer.getValue())));
    }
}
