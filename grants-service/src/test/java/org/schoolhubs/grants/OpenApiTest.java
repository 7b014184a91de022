package org.schoolhubs.grants;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.schoolhubs.testkit.OpenApiSnapshot;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class OpenApiTest {
    @Test
    void thePublishedDocumentIsTheOneThatThirdPartiesKnow() {
        OpenApiSnapshot.check("grants");
    }
}
