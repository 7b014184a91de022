package org.schoolhubs.support;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/architecture/building-a-service.md asks of the code, held. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.schoolhubs.support");

    static Stream<ArchRule> rules() {
        return Stream.of(
                classes().that().resideInAPackage("..rules..").should().onlyDependOnClassesThat()
                        .resideInAnyPackage("..rules..", "org.schoolhubs.kernel..", "java.lang..", "java.util..", "java.math..", "java.time..")
                        .as("rules depend on values only"),
                noClasses().that().resideInAPackage("..rules..").should().callMethod(java.time.LocalDate.class, "now").as("rules have no clock"),
                slices().matching("org.schoolhubs.support.(*)..").should().beFreeOfCycles(),
                noClasses().that().resideInAnyPackage("..calendars..", "..templates..").should().dependOnClassesThat().resideInAPackage("..plans..")
                        .as("plans use calendars and templates, never the other way"),
                noClasses().that().resideInAPackage("..calendars..").should().dependOnClassesThat().resideInAPackage("..templates.."),
                methods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should().haveNameNotMatching("set[A-Z].*").as("entities have no setters"),
                fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should().bePrivate().orShould().beStatic(),
                noFields().should().haveRawType(Optional.class),
                noFields().should().beAnnotatedWith(Inject.class).as("constructor injection only"),
                constructors().that().areDeclaredInClassesThat().haveSimpleNameEndingWith("Service").should().notBePublic(),
                noClasses().that().haveSimpleNameEndingWith("Resource").should().dependOnClassesThat().haveSimpleNameEndingWith("Repository"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isKept(ArchRule rule) {
        rule.check(SERVICE);
    }
}
