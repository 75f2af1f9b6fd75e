package org.palimpsest.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.palimpsest.rules.CommonRules;

@AnalyzeClasses(packages = "org.palimpsest.analysis", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule KNOWS_NEITHER_CASES_NOR_WINDOWS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.palimpsest.evidence..", "org.palimpsest.app..", "javafx..", "java.sql..");

  @ArchTest
  static final ArchRule ONLY_INFERENCE_KNOWS_DJL =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.palimpsest.analysis.inference..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_A_PROCESS_OF_ITS_OWN_KNOWS_FFMPEG =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.palimpsest.analysis.ffmpeg.child..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..", "org.palimpsest.analysis.ffmpeg.child..");
}
