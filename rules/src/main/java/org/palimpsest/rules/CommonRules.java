package org.palimpsest.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds in every room. A module's own test adds its own layering. */
public final class CommonRules {
  private CommonRules() {}

  @ArchTest
  static final ArchRule STATE_IS_NEVER_STATIC =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(SYNTHETIC)
          .should()
          .beFinal()
          .because("a static variable is a dependency that no constructor shows");

  @ArchTest
  static final ArchRule CLASSES_ARE_FINAL_OR_ABSTRACT =
      classes()
          .that(not(INTERFACES))
          .and(not(modifier(ABSTRACT)))
          .and()
          .areNotEnums()
          .and()
          .areNotAnonymousClasses()
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
          .because("inheritance is designed for or forbidden");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .because("such a name says nothing about the work a class does");

  @ArchTest
  static final ArchRule NOTHING_REACHES_THE_NETWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "javax.net..", "java.rmi..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.ServerSocket")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URLConnection")
          .because("evidence stays on the workstation");

  @ArchTest
  static final ArchRule STANDARD_STREAMS_ARE_HANDED_IN =
      noClasses()
          .that()
          .doNotHaveSimpleName("Main")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("only an entry point owns the process's streams");

  @ArchTest
  static final ArchRule NOTHING_ENDS_THE_PROCESS_BUT_MAIN =
      noClasses()
          .that()
          .doNotHaveSimpleName("Main")
          .should()
          .callMethod(System.class, "exit", int.class);
}
