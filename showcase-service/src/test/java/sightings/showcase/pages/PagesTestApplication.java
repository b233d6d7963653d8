package sightings.showcase.pages;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import sightings.city.CitySettings;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.projection.ProjectionStatus;
import sightings.showcase.sources.SourceQueries;
import sightings.showcase.usage.CallQueries;
import sightings.showcase.usage.UsageQueries;
import sightings.showcase.uses.UseQueries;

/** The public pages over the sample city in memory. */
@TestComponent
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(CitySettings.class)
@ComponentScan(basePackages = {"sightings.showcase.live", "sightings.showcase.pages", "sightings.showcase.web"})
class PagesTestApplication {

    @Bean
    SampleCity sampleCity() {
        return new SampleCity();
    }

    @Bean
    UseQueries useQueries(SampleCity city) {
        return city.useQueries();
    }

    @Bean
    DatasetQueries datasetQueries(SampleCity city) {
        return city.datasetQueries();
    }

    @Bean
    ProblemStatementQueries problemQueries(SampleCity city) {
        return city.problemQueries();
    }

    @Bean
    UsageQueries usageQueries(SampleCity city) {
        return city.usageQueries();
    }

    @Bean
    CallQueries callQueries(SampleCity city) {
        return city.callQueries();
    }

    @Bean
    SourceQueries sourceQueries(SampleCity city) {
        return city.sourceQueries();
    }

    @Bean
    ProjectionStatus projectionStatus(SampleCity city) {
        return city.status();
    }

    /** Nobody signs in to the public's pages. */
    @Bean
    UserDetailsService nobody() {
        return new InMemoryUserDetailsManager();
    }
}
