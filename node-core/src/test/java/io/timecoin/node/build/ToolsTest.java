package io.timecoin.node.build;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/** The test tools this build promises really run, side by side. */
class ToolsTest {
  private static int propertyTries;

  @Test
  void testsRunOnTheChosenJdk() {
    assertThat(Runtime.version().feature()).isEqualTo(25);
  }

  @Property(tries = 50)
  void propertyTestsAreTriedWithManyValues(@ForAll int value) {
    propertyTries++;
    assertThat(Integer.reverse(Integer.reverse(value))).isEqualTo(value);
  }

  @AfterContainer
  static void everyTryHappened() {
    assertThat(propertyTries).isEqualTo(50);
  }
}
