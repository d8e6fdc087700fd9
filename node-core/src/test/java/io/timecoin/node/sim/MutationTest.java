package io.timecoin.node.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
  void aBreachEndsTheCommandWithOneAndSaysHowToSeeItAgain() throws Exception {
    Mutation mutation = Mutation.all().getFirst();
    Process program =
        MutatedCode.of(mutation, folder)
            .program("sim", "--seeds", "2", "--nodes", "4", "--profile", "storm")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(program.waitFor()).as(said).isEqualTo(1);
    assertThat(said)
        .contains("2 seeds of 4 masternodes", "profile storm: 2 broken", "BREACH with seed 1: node")
        .contains("seed 1: 0 faults") // none is needed: they have all been left out
        .contains(
            "replay: timekeeper sim --nodes 4 --profile storm --replay 1 --only-faults 0 --trace");
  }

  @Test
  void codeWithoutAMutationIsClean() throws Exception {
    Mutation none = new Mutation("none", "MIXED", 4, 1, 5, List.of());

    assertThat(MutatedCode.of(none, folder).firstFailure(none)).isNull();
  }
}
