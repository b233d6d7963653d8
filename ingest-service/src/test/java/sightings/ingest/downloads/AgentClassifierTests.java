package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.event.AccessClass;

/** Tests for {@link AgentClassifier}. */
class AgentClassifierTests {

    private final AgentClassifier agents = new AgentClassifier();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36|PERSON|-",
                "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0|PERSON|-",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1|PERSON|-",
                "python-requests/2.32.3|TOOL|requests",
                "python-sodapy/2.2.0|TOOL|sodapy",
                "curl/8.5.0|TOOL|curl",
                "Wget/1.21.4|TOOL|Wget",
                "RSocrata/1.7.12-6 (Linux; R/4.4)|TOOL|RSocrata",
                "libcurl/8.5.0 r-curl/5.2.3 httr/1.4.7|TOOL|R",
                "R (4.3.1 x86_64-pc-linux-gnu x86_64 linux-gnu)|TOOL|R",
                "Mozilla/5.0 QGIS/33415/Windows 11 Version 2009|TOOL|QGIS",
                "Mozilla/5.0 (Windows NT 10.0) ArcGIS Pro 3.3|TOOL|ArcGIS",
                "Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)|TOOL|Power BI",
                "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Excel 16.0.18025; Pro)|TOOL|Excel",
                "Tableau Desktop 2024.2.0|TOOL|Tableau",
                "Java/21.0.2|TOOL|Java",
                "okhttp/4.12.0|TOOL|Java",
                "Go-http-client/2.0|TOOL|Go",
                "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)|TOOL|Node.js",
                "SomethingNobodyKnows/1.0|TOOL|-",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)|ROBOT|-",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)|ROBOT|-",
                "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)|ROBOT|-",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)|ROBOT|-",
                "Mozilla/5.0 (compatible; Somebodys crawler (beta))|ROBOT|-",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0; +https://openai.com/bot|AI_AGENT|ChatGPT",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Claude-User/1.0; +Claude-User@anthropic.com)|AI_AGENT|Claude",
                "Mozilla/5.0 (compatible; Perplexity-User/1.0; +https://perplexity.ai/perplexity-user)|AI_AGENT|Perplexity"
            })
    void tellsWhoAsks(String agent, AccessClass accessClass, String tool) {
        var found = agents.classify(agent);
        assertThat(found.accessClass()).isEqualTo(accessClass);
        assertThat(found.tool()).isEqualTo(tool);
    }

    @Test
    void takesAnAbsentAgentForAToolWithoutName() {
        var found = agents.classify("");
        assertThat(found.accessClass()).isEqualTo(AccessClass.TOOL);
        assertThat(found.tool()).isEqualTo("-");
    }
}
