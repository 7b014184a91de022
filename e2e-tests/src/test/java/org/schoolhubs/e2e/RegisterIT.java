package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolhubs.local.Service;
import org.schoolhubs.local.tour.Answer;

/** What third parties ask the register, the rules and the catalogue, through the gateway. */
class RegisterIT {
    private final RunningSystem system = RunningSystem.get();

    @Test
    void aSchoolIsFoundByItsNameTurnedRoundItsUrnAndAsItWas() {
        JsonNode school = read("/v1/schools?open=true&limit=1").path("items").get(0);
        String urn = school.path("urn").asText();
        String[] words = school.path("name").asText().split(" ");
        String turned = words[words.length - 1] + "%20" + words[0].toUpperCase();
        assertThat(read("/v1/schools?limit=500&name=" + turned).path("items").findValuesAsText("urn")).contains(urn);
        assertThat(post("/v1/schools/lookup", "{\"urns\": [\"%s\", \"999999\"]}".formatted(urn)).toString()).contains(urn, "999999");
        assertThat(read("/v1/schools/" + urn + "/versions").path("items")).isNotEmpty();
        assertThat(system.api.get(system.people.auditor(), "/v1/schools/" + urn + "?asOn=1990-01-01").code()).isEqualTo("not-known-then");
        assertThat(read("/v1/data-dictionary").toString()).contains("urn");
        assertThat(read("/v1/register/freshness").toString()).contains("GIAS_ESTABLISHMENTS");
    }

    @Test
    void aTrustHasItsSchools() {
        String uid = system.query(Service.APPLICATIONS, "select trust_uid from school where trust_uid is not null group by 1 order by count(*) desc, 1 limit 1").get(0);
        assertThat(read("/v1/trusts/" + uid).path("uid").asText()).isEqualTo(uid);
        assertThat(read("/v1/trusts/" + uid + "/schools").findValuesAsText("urn")).isNotEmpty();
    }

    @Test
    void anybodyMayAskWhetherASchoolOrATrustWouldBeEligibleOnEveryPathway() {
        String urn = system.query(Service.APPLICATIONS, "select urn from school where status = 'OPEN' order by urn limit 1").get(0);
        for (String pathway : List.of("behaviour-hubs/core", "behaviour-hubs/extended", "attendance-hubs/attendance", "behaviour-and-attendance-hubs/regional",
                "behaviour-and-attendance-hubs/enhanced")) {
            String[] codes = pathway.split("/");
            Answer answer = system.api.post(null, "/v1/eligibility-checks", "{\"urn\": \"%s\", \"programme\": \"%s\", \"pathway\": \"%s\"}".formatted(urn, codes[0], codes[1]));
            assertThat(answer.status()).as(pathway + " " + answer.text()).isEqualTo(200);
            assertThat(answer.body().path("results")).as(pathway).isNotEmpty();
        }
        String uid = system.query(Service.APPLICATIONS, "select trust_uid from school where trust_uid is not null order by 1 limit 1").get(0);
        Answer ofTrust = system.api.post(null, "/v1/eligibility-checks", "{\"trustUid\": \"%s\", \"programme\": \"behaviour-hubs\", \"pathway\": \"multi-school\"}".formatted(uid));
        assertThat(ofTrust.status()).as(ofTrust.text()).isEqualTo(200);
        assertThat(system.api.get(null, "/v1/rule-sets").body().path("items")).isNotEmpty();
    }

    private JsonNode read(String path) {
        return system.api.get(system.people.auditor(), path).orThrow("Reading " + path).body();
    }

    private JsonNode post(String path, String body) {
        return system.api.post(system.people.auditor(), path, body).orThrow("Asking " + path).body();
    }
}
