package io.timecoin.app.vm.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.wallets.WalletsPort.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenModelTest {

  private final RecordingWallets port = new RecordingWallets();
  private final List<String> opened = new ArrayList<>();
  private final OpenModel model = OpenModel.opening(port, "Savings", () -> opened.add("opened"));

  @Test
  void wrongPasswordIsSaidAndCanBeTriedAgain() {
    model.passwordProperty().set("first");
    model.open();
    model.open();
    assertThat(model.passwordProperty().get()).isEmpty();
    port.answer(new Outcome.WrongPassword());
    assertThat(model.outcomeProperty().get()).isEqualTo(new Outcome.WrongPassword());
    assertThat(opened).isEmpty();
    model.passwordProperty().set("second");
    model.open();
    port.answer(new Outcome.Opened());
    assertThat(opened).containsExactly("opened");
    assertThat(port.passwords).containsExactly("first", "second");
  }

  @Test
  void emptyPasswordIsNotTried() {
    model.open();
    assertThat(port.passwords).isEmpty();
  }
}
