package org.schoolhubs.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class KitBoundariesTest {
    private static final JavaClasses KIT = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.schoolhubs.kit");

    @Test
    void theKitDependsOnNothingElseOfTheProject() {
        noClasses().should().dependOnClassesThat(new com.tngtech.archunit.base.DescribedPredicate<>("are ours but not the kit's") {
            @Override
            public boolean test(com.tngtech.archunit.core.domain.JavaClass other) {
                return other.getPackageName().startsWith("org.schoolhubs.") && !other.getPackageName().startsWith("org.schoolhubs.kit");
            }
        }).check(KIT);
    }

    @Test
    void theKitHasNoNounOfTheDomain() {
        classes().should().haveNameNotMatching(".*(School|Hub[A-Z]|Trust|Application|Eligib|Member|Award|Grant|Plan[A-Z]|Payee|Cohort|Programme|Urn).*").check(KIT);
    }

    @Test
    void whatIsPureStaysPure() {
        noClasses().that().resideInAPackage("..lifecycle..").should().dependOnClassesThat().resideInAnyPackage("jakarta..", "io.quarkus..", "java.time..").check(KIT);
    }

    @Test
    void problemsAndAggregatesKnowNothingOfInboxAndTasks() {
        noClasses().that().resideInAnyPackage("..problem..", "..aggregate..", "..lifecycle..", "..time..").should()
                .dependOnClassesThat().resideInAnyPackage("..inbox..", "..task..", "..journal..").check(KIT);
    }
}
