package org.schoolhubs.grants;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.schoolhubs.grants");

    @Test
    void rulesArePure() {
        noClasses().that().resideInAnyPackage("..rules", "..pain001").should().dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "org.jboss..", "io.smallrye..")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.Clock").check(CLASSES);
    }

    @Test
    void featuresUseEachOtherOneWay() {
        slices().matching("org.schoolhubs.grants.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void whatIsBelowKnowsNothingOfAwardsAndPayments() {
        noClasses().that().resideInAnyPackage("..tariffs..", "..budgets..", "..payees..", "..ledger..", "..vault..")
                .should().dependOnClassesThat().resideInAnyPackage("..awards..", "..payments..").check(CLASSES);
        noClasses().that().resideInAPackage("..awards..").should().dependOnClassesThat().resideInAPackage("..payments..").check(CLASSES);
    }

    @Test
    void entitiesHaveNoSetters() {
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should().haveNameNotMatching("set[A-Z].*").check(CLASSES);
    }

    @Test
    void dependenciesComeByConstructor() {
        fields().should().notBeAnnotatedWith(Inject.class).check(CLASSES);
    }

    @Test
    void resourcesArePackagePrivateAndEveryOperationSaysWhoMayUseIt() {
        classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate().check(CLASSES);
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(Path.class).and().arePublic()
                .should().beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class).check(CLASSES);
    }
}
