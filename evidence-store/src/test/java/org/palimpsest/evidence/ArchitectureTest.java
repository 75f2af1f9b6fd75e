package org.palimpsest.evidence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.palimpsest.rules.CommonRules;

@AnalyzeClasses(packages = "org.palimpsest.evidence", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule KNOWS_NEITHER_AUDIO_NOR_WINDOWS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.palimpsest.analysis..",
              "org.palimpsest.app..",
              "javafx..",
              "be.tarsos..",
              "ai.djl..");
}
