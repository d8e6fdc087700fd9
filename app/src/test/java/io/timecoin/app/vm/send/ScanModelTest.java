package io.timecoin.app.vm.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.send.CodePort.Problem;
import io.timecoin.app.vm.send.CodePort.Scan;
import io.timecoin.app.wallet.uri.PaymentUri;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScanModelTest {

  private final List<Consumer<Scan>> asked = new ArrayList<>();
  private final List<String> filled = new ArrayList<>();
  private final ScanModel model =
      new ScanModel(
          new CodePort() {
            @Override
            public void fromFile(Consumer<Scan> told) {
              asked.add(told);
            }

            @Override
            public void fromClipboard(Consumer<Scan> told) {
              asked.add(told);
            }
          },
          filled::add);

  @Test
  void foundCodeFillsTheForm() {
    model.file();
    assertThat(model.lookingProperty().get()).isTrue();
    asked.getFirst().accept(new Scan.Found(" timecoin:abc\n"));
    assertThat(model.lookingProperty().get()).isFalse();
    assertThat(filled).containsExactly("timecoin:abc");
  }

  @Test
  void secondLookWaitsForTheFirst() {
    model.file();
    model.clipboard();
    assertThat(asked).hasSize(1);
  }

  @Test
  void problemStaysUntilTheNextLook() {
    model.file();
    asked.getFirst().accept(new Scan.Nothing(Problem.NO_CODE, ""));
    assertThat(model.problemProperty().get().problem()).isEqualTo(Problem.NO_CODE);
    model.clipboard();
    assertThat(model.problemProperty().get().problem()).isEqualTo(Problem.NONE);
    asked.getLast().accept(new Scan.Cancelled());
    assertThat(filled).isEmpty();
    assertThat(model.lookingProperty().get()).isFalse();
  }

  @Test
  void hugeTextIsCutToWhatStillIsTooLongForALink() {
    model.clipboard();
    asked.getFirst().accept(new Scan.Found("x".repeat(1_000_000)));
    assertThat(filled.getFirst()).hasSize(PaymentUri.CHARS_MAX + 1);
  }
}
