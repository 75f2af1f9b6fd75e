package org.palimpsest.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.palimpsest.rules.CommonRules;

@AnalyzeClasses(packages = "org.palimpsest.trainer", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_THE_WORKBENCH =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.palimpsest.analysis..", "org.palimpsest.app..", "org.palimpsest.evidence..");

  @ArchTest
  static final ArchRule ONLY_NET_AND_ENGINE_KNOW_DJL =
      noClasses()
          .that()
          .doNotHaveSimpleName("RemoverNet")
          .and()
          .doNotHaveSimpleName("Engine")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");
}
