package io.timecoin.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The app keeps the house rules. */
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  static List<HouseRule> rules() {
    return new AppDirections("io.timecoin.app", "io.timecoin.node").rules();
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
