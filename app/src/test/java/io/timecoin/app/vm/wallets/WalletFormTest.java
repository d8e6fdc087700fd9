package io.timecoin.app.vm.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.wallets.WalletForm.Field;
import io.timecoin.node.base.Network;
import org.junit.jupiter.api.Test;

class WalletFormTest {

  private final WalletForm form = filled(new RecordingWallets());

  static WalletForm filled(WalletsPort port) {
    WalletForm form = new WalletForm(port, Network.DEVNET, "ws://127.0.0.1:24202");
    form.nameProperty().set(" Savings ");
    form.passwordProperty().set("correct horse");
    form.repeatedProperty().set("correct horse");
    return form;
  }

  private Field problem() {
    return form.problemProperty().get().field();
  }

  @Test
  void filledFormIsComplete() {
    assertThat(form.completeProperty().get()).isTrue();
    assertThat(problem()).isEqualTo(Field.NONE);
    assertThat(form.readName()).isEqualTo("Savings");
  }

  @Test
  void everyFieldIsNeededButEmptyOnesAreNoMistake() {
    for (var field :
        new javafx.beans.property.StringProperty[] {
          form.nameProperty(), form.nodeProperty(), form.passwordProperty(), form.repeatedProperty()
        }) {
      String before = field.get();
      field.set("");
      assertThat(form.completeProperty().get()).as(field.getName()).isFalse();
      assertThat(problem()).as(field.getName()).isIn(Field.NONE, Field.PASSWORD_DIFFERS);
      field.set(before);
    }
    assertThat(form.completeProperty().get()).isTrue();
  }

  @Test
  void mistakesAreNamed() {
    form.nameProperty().set("a/b");
    assertThat(form.problemProperty().get())
        .isEqualTo(new WalletForm.Problem(Field.NAME, "a name has no slash"));
    form.nameProperty().set("a");
    form.nodeProperty().set("http://x");
    assertThat(problem()).isEqualTo(Field.NODE);
    form.nodeProperty().set("wss://node.example:443");
    form.passwordProperty().set("short");
    assertThat(problem()).isEqualTo(Field.PASSWORD_SHORT);
    form.passwordProperty().set("long enough");
    assertThat(problem()).isEqualTo(Field.PASSWORD_DIFFERS);
    assertThat(form.completeProperty().get()).isFalse();
  }

  @Test
  void passwordIsForgottenWhenTaken() {
    assertThat(form.takePassword()).containsExactly("correct horse".toCharArray());
    assertThat(form.passwordProperty().get()).isEmpty();
    assertThat(form.repeatedProperty().get()).isEmpty();
  }
}
