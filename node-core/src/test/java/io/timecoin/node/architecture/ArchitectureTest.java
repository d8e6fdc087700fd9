package io.timecoin.node.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps the house rules. */
class ArchitectureTest {
  private static final String ROOT = "io.timecoin.node";
  private static final JavaClasses PRODUCT =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  static Stream<HouseRule> rules() {
    return Stream.of(new Directions(ROOT).rules(), new Purity(ROOT).rules()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void productKeepsTheRule(HouseRule rule) {
    rule.check(PRODUCT);
  }

  @Test
  void productWasFound() {
    assertThat(PRODUCT).isNotEmpty();
  }
}
