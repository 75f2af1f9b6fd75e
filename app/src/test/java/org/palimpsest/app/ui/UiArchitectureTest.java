package org.palimpsest.app.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.palimpsest.rules.CommonRules;

@AnalyzeClasses(
    packages = {"org.palimpsest.app.ui", "org.palimpsest.app.task"},
    importOptions = DoNotIncludeTests.class)
final class UiArchitectureTest {
  @ArchTest static final ArchTests COMMON = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule VIEW_MODELS_KNOW_NO_SCENE =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .or()
          .resideInAPackage("org.palimpsest.app.task")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx.scene..");

  @ArchTest
  static final ArchRule WORK_IN_THE_BACKGROUND_HAS_ONE_DOOR =
      noClasses()
          .that()
          .resideInAPackage("org.palimpsest.app.ui..")
          .should()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Executors");
}
