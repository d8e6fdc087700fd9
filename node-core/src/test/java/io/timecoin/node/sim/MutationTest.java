package io.timecoin.node.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulator finds every rule that is broken on purpose: what it calls clean is not clean
 * because it looks away.
 */
class MutationTest {
  @TempDir private Path folder;

  static List<Mutation> mutations() {
    return Mutation.all();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void aBrokenRuleIsFound(Mutation mutation) throws Exception {
    String found = MutatedCode.of(mutation, folder).firstFailure(mutation);

    System.out.println(mutation + ": " + found);
    assertThat(found)
        .as("%s: %d seeds from %d", mutation, mutation.seeds(), mutation.first())
        .isNotNull();
  }

  @Test
  void codeWithoutAMutationIsClean() throws Exception {
    Mutation none = new Mutation("none", "MIXED", 4, 1, 5, List.of());

    assertThat(MutatedCode.of(none, folder).firstFailure(none)).isNull();
  }
}
