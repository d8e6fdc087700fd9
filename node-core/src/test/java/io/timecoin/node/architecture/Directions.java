package io.timecoin.node.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which package of the node may import which.
 *
 * @param root the package the node lives below
 */
record Directions(String root) {
  /** The pure part. Each imports only those before it. */
  static final List<String> CORE =
      List.of(
          "base",
          "crypto",
          "tx",
          "masternode",
          "utxo",
          "finality",
          "block",
          "ledger",
          "protocol",
          "engine");

  /** What touches the world. Each imports the pure part, never another of these. */
  static final List<String> SHELLS = List.of("store", "p2p", "gateway", "metrics");

  /** What puts the parts together. Each imports everything before it. */
  static final List<String> TOP = List.of("runtime", "sim", "devnet", "cli");

  List<HouseRule> rules() {
    List<HouseRule> rules = new ArrayList<>();
    for (int i = 0; i < CORE.size(); i++) {
      rules.add(importsOnly(CORE.get(i), CORE.subList(0, i)));
    }
    for (String shell : SHELLS) {
      rules.add(importsOnly(shell, CORE));
    }
    for (int i = 0; i < TOP.size(); i++) {
      List<String> allowed =
          Stream.of(CORE, SHELLS, TOP.subList(0, i)).flatMap(List::stream).toList();
      rules.add(importsOnly(TOP.get(i), allowed));
    }
    rules.add(everyClassHasAPlace());
    rules.add(knowsNoUserInterface());
    return List.copyOf(rules);
  }

  HouseRule importsOnly(String part, List<String> allowed) {
    String[] packages =
        Stream.concat(allowed.stream(), Stream.of(part)).map(this::below).toArray(String[]::new);
    return new HouseRule(
        part + " imports of the node only " + allowed,
        classes()
            .that(resideInAPackage(below(part)))
            .should()
            .onlyDependOnClassesThat(
                resideOutsideOfPackage(root + "..").or(resideInAnyPackage(packages))));
  }

  /** A new package has to be given its place in the order above. */
  HouseRule everyClassHasAPlace() {
    String[] places =
        Stream.of(CORE, SHELLS, TOP).flatMap(List::stream).map(this::below).toArray(String[]::new);
    return new HouseRule(
        "every class lives in a package with a place in the order",
        classes().that().doNotHaveSimpleName("module-info").should().resideInAnyPackage(places));
  }

  HouseRule knowsNoUserInterface() {
    return new HouseRule(
        "the node knows no user interface",
        noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")));
  }

  private String below(String part) {
    return root + "." + part + "..";
  }
}
