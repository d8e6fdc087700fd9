package io.timecoin.app.vm.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.wallets.CreateModel.Step;
import io.timecoin.app.vm.wallets.WalletsPort.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreateModelTest {

  private final RecordingWallets port = new RecordingWallets();
  private final List<String> opened = new ArrayList<>();
  private final CreateModel model =
      new CreateModel(port, WalletFormTest.filled(port), new Random(1), () -> opened.add("opened"));

  private List<String> rightWords() {
    return model.asked().stream().map(position -> model.words().get(position)).toList();
  }

  private void toCheck() {
    model.toWords();
    model.toCheck();
  }

  @Test
  void walletIsMadeOfTheWordsShown() {
    toCheck();
    List<String> shown = model.words();
    assertThat(shown).hasSize(CreateModel.WORDS);
    model.finish(rightWords());
    assertThat(model.stepProperty().get()).isEqualTo(Step.WORKING);
    port.answer(new Outcome.Opened());
    assertThat(opened).containsExactly("opened");
    assertThat(port.made).hasSize(1);
    assertThat(port.made.getFirst().words().words()).isEqualTo(shown);
    assertThat(port.made.getFirst().name()).isEqualTo("Savings");
    assertThat(port.made.getFirst().restored()).isFalse();
    assertThat(port.passwords).containsExactly("correct horse");
    assertThat(model.words()).isEmpty();
  }

  @Test
  void wrongWordMakesNothing() {
    toCheck();
    List<String> typed = new ArrayList<>(rightWords());
    typed.set(1, "zebra");
    model.finish(typed);
    model.finish(List.of());
    assertThat(port.made).isEmpty();
    assertThat(model.stepProperty().get()).isEqualTo(Step.CHECK);
  }

  @Test
  void incompleteFormShowsNoWords() {
    model.form().nameProperty().set("");
    model.toWords();
    assertThat(model.stepProperty().get()).isEqualTo(Step.FORM);
    assertThat(model.words()).isEmpty();
  }

  @Test
  void goingBackKeepsTheWordsAndAsksForOthers() {
    Set<List<Integer>> asked = new HashSet<>();
    model.toWords();
    List<String> words = model.words();
    for (int i = 0; i < 10; i++) {
      model.toCheck();
      assertThat(model.asked()).hasSize(CreateModel.ASKED).isSorted();
      asked.add(model.asked());
      model.back();
    }
    assertThat(asked).hasSizeGreaterThan(1);
    model.back();
    assertThat(model.stepProperty().get()).isEqualTo(Step.FORM);
    model.toWords();
    assertThat(model.words()).isEqualTo(words);
  }

  @Test
  void failureKeepsTheWordsAndSaysWhy() {
    toCheck();
    List<String> words = model.words();
    model.finish(rightWords());
    port.answer(new Outcome.Failed("the disk is full"));
    assertThat(model.stepProperty().get()).isEqualTo(Step.FORM);
    assertThat(model.failureProperty().get()).isEqualTo("the disk is full");
    assertThat(model.words()).isEqualTo(words);
    assertThat(opened).isEmpty();
  }
}
