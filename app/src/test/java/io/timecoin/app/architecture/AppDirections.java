package io.timecoin.app.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which part of the app may import which, of the app and of the node.
 *
 * @param app the package the app lives below
 * @param node the package the node lives below
 */
record AppDirections(String app, String node) {
  /** A message of the node's protocol and what it is made of. */
  private static final List<String> MESSAGES =
      List.of("base", "tx", "utxo", "finality", "block", "protocol");

  /** What each part may import: of the app, and of the node. {@code main} may import everything. */
  private static final Map<String, Allowed> PARTS =
      new TreeMap<>(
          Map.of(
              "wallet", new Allowed(List.of(), List.of("base", "crypto", "tx", "protocol")),
              "state", new Allowed(List.of("wallet"), MESSAGES),
              "client", new Allowed(List.of("state"), MESSAGES),
              "vm", new Allowed(List.of("state", "wallet"), MESSAGES),
              "fx", new Allowed(List.of(), List.of("base")),
              "view", new Allowed(List.of("vm", "fx"), List.of("base"))));

  private record Allowed(List<String> ofApp, List<String> ofNode) {}

  List<HouseRule> rules() {
    return Stream.concat(
            partRules().stream(),
            Stream.of(
                everyClassHasAPlace(),
                taskKeepsToItself(),
                viewModelsKnowNoScene(),
                onlyScreensKnowJavaFx(),
                onlyFxHopsToItsThread(),
                onlyClientSpeaksToTheNetwork()))
        .toList();
  }

  /** One rule a part, named "part imports only …". */
  List<HouseRule> partRules() {
    return PARTS.entrySet().stream()
        .map(part -> importsOnly(part.getKey(), part.getValue()))
        .toList();
  }

  private HouseRule importsOnly(String part, Allowed allowed) {
    String[] packages =
        Stream.of(
                Stream.of(part).map(name -> below(app, name)),
                allowed.ofApp().stream().map(name -> below(app, name)),
                allowed.ofNode().stream().map(name -> below(node, name)))
            .flatMap(names -> names)
            .toArray(String[]::new);
    return new HouseRule(
        part + " imports only " + allowed.ofApp() + " and of the node " + allowed.ofNode(),
        classes()
            .that(resideInAPackage(below(app, part)))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(packages).or(resideOutsideOfPackages(app + "..", node + ".."))));
  }

  HouseRule everyClassHasAPlace() {
    String[] places =
        Stream.concat(PARTS.keySet().stream(), Stream.of("main"))
            .map(part -> below(app, part))
            .toArray(String[]::new);
    return new HouseRule(
        "every class lives in a package with a place in the table",
        classes()
            .that(resideInAPackage(app + ".."))
            .and(not(resideInAPackage(node + "..")))
            .and()
            .doNotHaveSimpleName("module-info")
            .should()
            .resideInAnyPackage(places));
  }

  /** {@code view.send} shows {@code vm.send}; what two tasks share lives in {@code fx}. */
  HouseRule taskKeepsToItself() {
    return new HouseRule(
        "a view imports only the view-models of its own task",
        classes().that(resideInAPackage(app + ".view.*..")).should(keepToTheirTask()));
  }

  HouseRule viewModelsKnowNoScene() {
    return new HouseRule(
        "view-models know of JavaFX only beans and collections",
        noClasses()
            .that(resideInAPackage(below(app, "vm")))
            .should()
            .dependOnClassesThat(
                resideInAPackage("javafx..")
                    .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections..")))));
  }

  HouseRule onlyScreensKnowJavaFx() {
    return new HouseRule(
        "wallet, state and client know no JavaFX",
        noClasses()
            .that(
                resideInAnyPackage(below(app, "wallet"), below(app, "state"), below(app, "client")))
            .should()
            .dependOnClassesThat(resideInAPackage("javafx..")));
  }

  HouseRule onlyFxHopsToItsThread() {
    return new HouseRule(
        "only fx hops to the FX thread",
        noClasses()
            .that(resideInAPackage(app + ".."))
            .and(not(resideInAPackage(below(app, "fx"))))
            .should()
            .callMethodWhere(
                target(owner(name("javafx.application.Platform"))).and(target(name("runLater")))));
  }

  HouseRule onlyClientSpeaksToTheNetwork() {
    return new HouseRule(
        "only client speaks to the network",
        noClasses()
            .that(resideInAPackage(app + ".."))
            .and(not(resideInAnyPackage(below(app, "client"), below(app, "main"))))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.java_websocket..", "java.net.http..")
                    .or(name("java.net.Socket").forSubtype())
                    .or(name("java.net.ServerSocket").forSubtype())));
  }

  private ArchCondition<JavaClass> keepToTheirTask() {
    return new ArchCondition<>("keep to their task") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String task = task(type.getPackageName());
        type.getDirectDependenciesFromSelf().stream()
            .filter(
                dependency -> {
                  String other = task(dependency.getTargetClass().getPackageName());
                  return !other.isEmpty() && !other.equals(task);
                })
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }

  /** The {@code send} of {@code app.view.send.parts} and {@code app.vm.send}; else empty. */
  private String task(String packageName) {
    for (String prefix : List.of(app + ".view.", app + ".vm.")) {
      if (packageName.startsWith(prefix)) {
        return packageName.substring(prefix.length()).split("\\.", 2)[0];
      }
    }
    return "";
  }

  private static <T> DescribedPredicate<T> not(DescribedPredicate<T> predicate) {
    return DescribedPredicate.not(predicate);
  }

  private static String below(String root, String part) {
    return root + "." + part + "..";
  }
}
