package org.schoolhubs.hubs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "org.schoolhubs.hubs";
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

    @Test
    void rulesArePure() {
        noClasses().that().resideInAPackage("..rules..").should().dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..", "org.hibernate..", "org.jboss..", "com.fasterxml..", "org.schoolhubs.kit..", "java.sql..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("..rules..").should().dependOnClassesThat().haveFullyQualifiedName("java.time.Clock").check(CLASSES);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noOtherServiceIsUsed() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("org.schoolhubs.applications..", "org.schoolhubs.support..", "org.schoolhubs.grants..", "org.schoolhubs.gateway..")
                .check(CLASSES);
    }

    @Test
    void entitiesAndResourcesStayInsideTheirFeature() {
        classes().that().areAnnotatedWith(Entity.class).or().areAnnotatedWith(Path.class).should().notHaveModifier(JavaModifier.PUBLIC).check(CLASSES);
    }

    @Test
    void entitiesHaveNoSetters() {
        classes().that().areAnnotatedWith(Entity.class).should(new ArchCondition<>("have no setters") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                // Quarkus adds accessors to the classes that it loads, not to those on disk.
                entity.getMethods().stream().filter(method -> method.getName().startsWith("set"))
                        .forEach(method -> events.add(SimpleConditionEvent.violated(method, method.getFullName())));
            }
        }).check(CLASSES);
    }
}
