package io.github.ipclint;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Data flows one way through the analyzer; these are its arrows. */
class LayerTest {
    private static final JavaClasses ANALYZER =
            new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/test-classes/"))
                    .importPackages("io.github.ipclint");

    @Test
    void everyPackageReadsOnlyWhatLiesBelowIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("ir")
                .definedBy("io.github.ipclint.ir..")
                .layer("finding")
                .definedBy("io.github.ipclint.finding..")
                .layer("model")
                .definedBy("io.github.ipclint.model..")
                .layer("frontend")
                .definedBy("io.github.ipclint.frontend..")
                .layer("engine")
                .definedBy("io.github.ipclint.engine..")
                .layer("topology")
                .definedBy("io.github.ipclint.topology..")
                .layer("rule")
                .definedBy("io.github.ipclint.rule..")
                .layer("driver")
                .definedBy("io.github.ipclint.driver..")
                .whereLayer("driver")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("rule")
                .mayOnlyBeAccessedByLayers("driver")
                .whereLayer("topology")
                .mayOnlyBeAccessedByLayers("rule", "driver")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("topology", "rule", "driver")
                .whereLayer("frontend")
                .mayOnlyBeAccessedByLayers("driver")
                .whereLayer("ir")
                .mayNotAccessAnyLayer()
                .whereLayer("finding")
                .mayOnlyAccessLayers("ir")
                .whereLayer("model")
                .mayOnlyAccessLayers("ir")
                .allowEmptyShould(true)
                .check(ANALYZER);
    }

    @Test
    void packagesFormNoCycle() {
        slices()
                .matching("io.github.ipclint.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(ANALYZER);
    }
}
