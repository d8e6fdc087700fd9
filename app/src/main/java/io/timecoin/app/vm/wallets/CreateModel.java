package io.timecoin.app.vm.wallets;

import io.timecoin.app.wallet.Mnemonic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A new wallet in four steps: the form, the words to write down, a check of them, the file. */
public final class CreateModel {

  /** Words of a new wallet: 128 bits. */
  public static final int WORDS = 12;

  /** Words asked for again. */
  public static final int ASKED = 3;

  /** Where it is. */
  public enum Step {
    FORM,
    WORDS,
    CHECK,
    /** The file is being made. */
    WORKING
  }

  private final WalletsPort port;
  private final WalletForm form;
  private final RandomGenerator random;
  private final Runnable opened;
  private final ReadOnlyObjectWrapper<Step> step =
      new ReadOnlyObjectWrapper<>(this, "step", Step.FORM);
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
  private List<Integer> asked = List.of();
  private @Nullable Mnemonic words;

  /**
   * An empty form.
   *
   * @param random chooses which words are asked for
   * @param opened called when the wallet is made and open
   */
  public CreateModel(WalletsPort port, WalletForm form, RandomGenerator random, Runnable opened) {
    this.port = port;
    this.form = form;
    this.random = random;
    this.opened = opened;
  }

  /** On to the words; does nothing while the form is not complete. */
  public void toWords() {
    if (form.completeProperty().get()) {
      if (words == null) {
        words = port.newWords(WORDS);
      }
      step.set(Step.WORDS);
    }
  }

  /** On to the check; other words are asked for each time. */
  public void toCheck() {
    if (step.get() != Step.WORDS) {
      return;
    }
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      positions.add(i);
    }
    Collections.shuffle(positions, java.util.Random.from(random));
    asked = positions.stream().limit(ASKED).sorted().toList();
    step.set(Step.CHECK);
  }

  /** One step back. */
  public void back() {
    switch (step.get()) {
      case WORDS -> step.set(Step.FORM);
      case CHECK -> step.set(Step.WORDS);
      case FORM, WORKING -> {}
    }
  }

  /** The words to write down; empty before there are any. */
  public List<String> words() {
    Mnemonic made = words;
    return made == null ? List.of() : made.words();
  }

  /** Positions of the words that are asked for, from 0, ascending. */
  public List<Integer> asked() {
    return asked;
  }

  /** Whether that is the word at that position. */
  public boolean isRight(int position, String typed) {
    List<String> all = words();
    return position < all.size() && all.get(position).equals(typed.strip());
  }

  /** Makes the wallet if these are the words asked for, in their order. */
  public void finish(List<String> typed) {
    Mnemonic made = words;
    if (step.get() != Step.CHECK || made == null || !allRight(typed)) {
      return;
    }
    step.set(Step.WORKING);
    failure.set("");
    port.create(
        new WalletsPort.NewWallet(
            form.readName(),
            form.networkProperty().get(),
            form.requiredNode(),
            made,
            "",
            form.takePassword(),
            false),
        this::done);
  }

  private boolean allRight(List<String> typed) {
    for (int i = 0; i < asked.size(); i++) {
      if (typed.size() <= i || !isRight(asked.get(i), typed.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void done(WalletsPort.Outcome outcome) {
    switch (outcome) {
      case WalletsPort.Outcome.Opened _ -> {
        words = null;
        opened.run();
      }
      case WalletsPort.Outcome.Failed failed -> fail(failed.reason());
      case WalletsPort.Outcome.WrongPassword _ -> fail("");
    }
  }

  /** Back to the form with the same words: the password has to be typed again. */
  private void fail(String reason) {
    failure.set(reason);
    step.set(Step.FORM);
  }

  /** Name, network, node and password. */
  public WalletForm form() {
    return form;
  }

  /** Where it is. */
  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Why the file could not be made, or empty. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
