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

  @ArchTest
  static final ArchRule THE_VERIFIER_SHARES_NO_WRITING_CODE =
      noClasses()
          .that()
          .resideInAPackage("..evidence.verify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..evidence.casefile..",
              "..evidence.ledger..",
              "..evidence.entry..",
              "..evidence.blob..",
              "..evidence.key..",
              "..evidence.anchor..")
          .because("a fault in the code that writes must not hide in the code that checks");

  @ArchTest
  static final ArchRule THE_FORMAT_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("..evidence.format..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.sql..", "org.sqlite..")
          .because("writer and verifier share it, so that it may do nothing but compute");

  @ArchTest
  static final ArchRule ONLY_KEY_FILES_AND_TIME_STAMPS_NEED_BOUNCY_CASTLE =
      noClasses()
          .that()
          .resideOutsideOfPackages("..evidence.key..", "..evidence.timestamp..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..")
          .because("verifying a case needs the JDK alone, but for its time stamps");

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_DOOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("..evidence.casefile..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..evidence.casefile..")
          .because("the case is opened from outside, never from below");
}
