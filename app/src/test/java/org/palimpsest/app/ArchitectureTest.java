package org.palimpsest.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.palimpsest.rules.CommonRules;

@AnalyzeClasses(packages = "org.palimpsest.app", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule USE_CASES_KNOW_NO_WINDOW_AND_NO_COMMAND_LINE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.palimpsest.app.casework..",
              "org.palimpsest.app.evaluate..",
              "org.palimpsest.app.train..",
              "org.palimpsest.app.picture..",
              "org.palimpsest.app.figure..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx..", "picocli..", "org.palimpsest.app.ui..", "org.palimpsest.app.cli..");

  @ArchTest
  static final ArchRule NEITHER_EVALUATION_NOR_TRAINING_TOUCHES_A_CASE =
      noClasses()
          .that()
          .resideInAnyPackage("org.palimpsest.app.evaluate..", "org.palimpsest.app.train..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.palimpsest.app.casework..",
              "org.palimpsest.evidence.casefile..",
              "org.palimpsest.evidence.ledger..");

  @ArchTest
  static final ArchRule A_REPORT_NEVER_COMPUTES =
      noClasses()
          .that()
          .resideInAPackage("org.palimpsest.app.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.palimpsest.analysis..", "org.palimpsest.app.casework..", "javafx..");

  @ArchTest
  static final ArchRule VIEW_MODELS_KNOW_NO_SCENE =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx.scene..");

  @ArchTest
  static final ArchRule ONLY_THE_WINDOW_AND_ITS_TASKS_KNOW_JAVAFX =
      classes()
          .that()
          .resideOutsideOfPackages("org.palimpsest.app.ui..", "org.palimpsest.app.task..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("javafx..", "org.controlsfx..");
}
