package org.schoolhubs.applications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.schoolhubs.kit.web.Idempotent;

/** The boundaries inside the service, held. */
class ArchitectureTest {
    private static JavaClasses service;

    @BeforeAll
    static void read() {
        service = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.schoolhubs.applications");
    }

    @Test
    void rulesKnowNoFrameworkNoClockAndNoLog() {
        noClasses().that().resideInAPackage("..rules..").should().dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..", "org.hibernate..", "org.jboss..", "org.eclipse.microprofile..", "java.util.logging..",
                        "org.slf4j..", "java.sql..", "org.schoolhubs.kit..")
                .orShould().dependOnClassesThat().areAssignableTo(Clock.class).check(service);
    }

    @Test
    void featuresUseEachOtherOneWay() {
        slices().matching("org.schoolhubs.applications.(*)..").should().beFreeOfCycles().check(service);
    }

    @Test
    void nothingUsesTheApplicationsFeature() {
        noClasses().that().resideOutsideOfPackage("org.schoolhubs.applications.applications..").should().dependOnClassesThat()
                .resideInAPackage("org.schoolhubs.applications.applications..").check(service);
    }

    @Test
    void theServiceKnowsNoOtherService() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.schoolhubs.hubs..", "org.schoolhubs.support..", "org.schoolhubs.grants..",
                "org.schoolhubs.gateway..").check(service);
    }

    @Test
    void entitiesAndResourcesAreNobodyElsesBusiness() {
        classes().that().areAnnotatedWith(Entity.class).or().areAnnotatedWith(Path.class).should().notBePublic().check(service);
    }

    @Test
    void whatIsReplayedIsAnAnswer() {
        methods().that().areAnnotatedWith(Idempotent.class).should().haveRawReturnType(Response.class).check(service);
    }

    @Test
    void entitiesHaveNoSetters() {
        noMethods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should().haveNameMatching("set[A-Z].*").check(service);
    }
}
