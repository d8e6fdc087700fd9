package io.timecoin.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds the fixture that breaks it, and no other. */
class ArchitectureRulesTest {
  private static final String ROOT = "io.timecoin.app.architecture.fixture";
  private static final AppDirections DIRECTIONS = new AppDirections(ROOT, ROOT + ".node");
  private static final JavaClasses FIXTURES =
      new ClassFileImporter().importPath(Path.of("target", "test-classes", ROOT.replace('.', '/')));

  static Stream<Arguments> rulesAndOffenders() {
    return Stream.of(
        breaks(DIRECTIONS.everyClassHasAPlace(), "Homeless"),
        breaks(DIRECTIONS.taskKeepsToItself(), "ShowsAnotherTask"),
        breaks(DIRECTIONS.viewModelsKnowNoScene(), "HoldsNode"),
        breaks(DIRECTIONS.onlyScreensKnowJavaFx(), "BindsBalance"),
        breaks(DIRECTIONS.onlyFxHopsToItsThread(), "HopsItself"),
        breaks(DIRECTIONS.onlyClientSpeaksToTheNetwork(), "AsksTheWeb"));
  }

  @ParameterizedTest
  @MethodSource("rulesAndOffenders")
  void ruleFindsExactlyWhoBreaksIt(HouseRule rule, Set<String> offenders) {
    assertThat(rule.offendersIn(FIXTURES)).isEqualTo(offenders);
  }

  @Test
  void directionsFindExactlyWhoImportsTheWrongWay() {
    List<String> found =
        DIRECTIONS.partRules().stream()
            .flatMap(
                rule ->
                    rule.offendersIn(FIXTURES).stream()
                        .map(offender -> rule.name().split(" ", 2)[0] + ": " + offender))
            .toList();

    assertThat(found)
        .containsExactly(
            "client: Signs",
            "fx: KnowsState",
            "state: Renders",
            "view: ReadsMessage",
            "view: SkipsViewModel",
            "vm: CallsClient",
            "wallet: AsksEngine");
  }

  private static Arguments breaks(HouseRule rule, String... offenders) {
    return Arguments.of(rule, Set.of(offenders));
  }
}
