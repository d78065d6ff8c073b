package io.github.ipclint.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Commands write formats, formats draw pages and maps, and all of them build on package {@code report}: never the other way round. */
class LayerTest {
    private static final JavaClasses COMMAND_LINE =
            new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/test-classes/"))
                    .importPackages("io.github.ipclint.cli", "io.github.ipclint.report");

    @Test
    void everyPackageReadsOnlyWhatLiesBelowIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli")
                .definedBy("io.github.ipclint.cli..")
                .layer("format")
                .definedBy("io.github.ipclint.report.format..")
                .layer("sarif")
                .definedBy("io.github.ipclint.report.sarif..")
                .layer("html")
                .definedBy("io.github.ipclint.report.html..")
                .layer("map")
                .definedBy("io.github.ipclint.report.map..")
                .layer("report")
                .definedBy("io.github.ipclint.report")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("format")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("sarif")
                .mayOnlyBeAccessedByLayers("format", "cli")
                .whereLayer("html")
                .mayOnlyBeAccessedByLayers("format", "cli")
                .whereLayer("map")
                .mayOnlyBeAccessedByLayers("html")
                .whereLayer("report")
                .mayNotAccessAnyLayer()
                .check(COMMAND_LINE);
    }

    @Test
    void packagesFormNoCycle() {
        assertThat(COMMAND_LINE).isNotEmpty();
        slices()
                .matching("io.github.ipclint.(**)")
                .should()
                .beFreeOfCycles()
                .check(COMMAND_LINE);
    }
}
