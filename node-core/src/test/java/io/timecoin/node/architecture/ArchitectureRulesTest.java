package io.timecoin.node.architecture;

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
  private static final String ROOT = "io.timecoin.node.architecture.fixture";
  private static final Directions DIRECTIONS = new Directions(ROOT);
  private static final Purity PURITY = new Purity(ROOT);
  private static final JavaClasses FIXTURES =
      new ClassFileImporter().importPath(Path.of("target", "test-classes", ROOT.replace('.', '/')));

  static Stream<Arguments> rulesAndOffenders() {
    return Stream.of(
        breaks(PURITY.opensNoSockets(), "OpensSocket"),
        breaks(PURITY.touchesNoFiles(), "PrintsOut", "ReadsFile"),
        breaks(PURITY.startsNoThreads(), "StartsThread", "UsesQueue"),
        breaks(PURITY.takesNoLocks(), "Locks"),
        breaks(PURITY.readsNoClock(), "HoldsClock", "ReadsInstant", "ReadsSystemTime"),
        breaks(PURITY.drawsNoRandomness(), "NamesByChance", "RollsDice", "RollsSeededDice"),
        breaks(PURITY.drawsKeysOnlyInCrypto(), "DrawsNonce"),
        breaks(PURITY.readsNoEnvironment(), "ReadsEnvironment"),
        breaks(PURITY.writesNoLog(), "Logs"),
        breaks(PURITY.hashesOnlyInBaseAndCrypto(), "Hashes"),
        breaks(PURITY.verifiesNothingWithBouncyCastle(), "ChecksCofactored", "VerifiesCofactored"),
        breaks(DIRECTIONS.everyClassHasAPlace(), "Homeless"),
        breaks(DIRECTIONS.knowsNoUserInterface(), "Paints"));
  }

  @ParameterizedTest
  @MethodSource("rulesAndOffenders")
  void ruleFindsExactlyWhoBreaksIt(HouseRule rule, Set<String> offenders) {
    assertThat(rule.offendersIn(FIXTURES)).isEqualTo(offenders);
  }

  @Test
  void directionsFindExactlyWhoImportsTheWrongWay() {
    List<String> found =
        DIRECTIONS.rules().stream()
            .filter(rule -> rule.name().contains(" imports of the node only "))
            .flatMap(
                rule ->
                    rule.offendersIn(FIXTURES).stream()
                        .map(offender -> rule.name().split(" ", 2)[0] + ": " + offender))
            .toList();

    assertThat(found)
        .containsExactly(
            "base: LooksDown",
            "utxo: LooksAtEngine",
            "store: Starts",
            "p2p: Dials",
            "runtime: CallsCli",
            "devnet: CallsCliToo");
  }

  private static Arguments breaks(HouseRule rule, String... offenders) {
    return Arguments.of(rule, Set.of(offenders));
  }
}
