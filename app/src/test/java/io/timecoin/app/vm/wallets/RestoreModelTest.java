package io.timecoin.app.vm.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.wallets.PhraseVerdict.Kind;
import io.timecoin.app.vm.wallets.WalletsPort.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoreModelTest {

  private static final String PHRASE = "abandon ".repeat(11) + "about";

  private final RecordingWallets port = new RecordingWallets();
  private final List<String> opened = new ArrayList<>();
  private final RestoreModel model =
      new RestoreModel(port, WalletFormTest.filled(port), () -> opened.add("opened"));

  private PhraseVerdict verdict() {
    return model.verdictProperty().get();
  }

  @Test
  void phraseIsReadInAnyCaseAndSpacing() {
    model.phraseProperty().set("  " + PHRASE.toUpperCase(java.util.Locale.ROOT).replace(" ", "\n"));
    assertThat(verdict()).isEqualTo(new PhraseVerdict(Kind.VALID, 12, ""));
    assertThat(model.completeBinding().get()).isTrue();
    model.restore();
    assertThat(model.workingProperty().get()).isTrue();
    model.restore();
    assertThat(port.made).hasSize(1);
    assertThat(port.made.getFirst().restored()).isTrue();
    port.answer(new Outcome.Opened());
    assertThat(opened).containsExactly("opened");
    assertThat(model.phraseProperty().get()).isEmpty();
  }

  @Test
  void mistakesAreNamed() {
    model.phraseProperty().set("abandon abandon");
    assertThat(verdict()).isEqualTo(new PhraseVerdict(Kind.COUNT, 2, ""));
    model.phraseProperty().set(PHRASE.replace("about", "abuot"));
    assertThat(verdict()).isEqualTo(new PhraseVerdict(Kind.UNKNOWN, 12, "abuot"));
    model.phraseProperty().set("abandon ".repeat(12));
    assertThat(verdict()).isEqualTo(new PhraseVerdict(Kind.CHECKSUM, 0, ""));
    assertThat(model.completeBinding().get()).isFalse();
    model.restore();
    assertThat(port.made).isEmpty();
  }

  @Test
  void failureKeepsTheWords() {
    model.phraseProperty().set(PHRASE);
    model.restore();
    port.answer(new Outcome.Failed("no room"));
    assertThat(model.failureProperty().get()).isEqualTo("no room");
    assertThat(model.phraseProperty().get()).isEqualTo(PHRASE);
    assertThat(model.workingProperty().get()).isFalse();
  }
}
