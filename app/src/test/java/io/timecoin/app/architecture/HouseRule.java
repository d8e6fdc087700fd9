package io.timecoin.app.architecture;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A rule with a name that reads well in a test report. */
record HouseRule(String name, ArchRule rule) {
  HouseRule(String name, ArchRule rule) {
    this.name = name;
    // A package may still be empty; the fixtures prove that the rule is not vacuous.
    this.rule = rule.allowEmptyShould(true);
  }

  void check(JavaClasses classes) {
    rule.as(name).check(classes);
  }

  /** Simple names of the classes that break this rule; a violation names its class first. */
  Set<String> offendersIn(JavaClasses classes) {
    List<String> violations = rule.evaluate(classes).getFailureReport().getDetails();
    return classes.stream()
        .filter(type -> violations.stream().anyMatch(line -> isAbout(line, type)))
        .map(JavaClass::getSimpleName)
        .collect(toCollection(TreeSet::new));
  }

  private static boolean isAbout(String violation, JavaClass type) {
    int start = violation.indexOf('<');
    return violation.startsWith(type.getName(), start + 1)
        && !Character.isJavaIdentifierPart(violation.charAt(start + 1 + type.getName().length()));
  }

  @Override
  public String toString() {
    return name;
  }
}
