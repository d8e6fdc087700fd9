package io.timecoin.app.vm.wallets;

import io.timecoin.app.wallet.Mnemonic;
import io.timecoin.app.wallet.MnemonicCheck;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A wallet from words written down before. What was used is found by looking at the network. */
public final class RestoreModel {

  private final WalletsPort port;
  private final WalletForm form;
  private final Runnable opened;
  private final StringProperty phrase = new SimpleStringProperty(this, "phrase", "");
  private final StringProperty passphrase = new SimpleStringProperty(this, "passphrase", "");
  private final ReadOnlyObjectWrapper<MnemonicCheck> check =
      new ReadOnlyObjectWrapper<>(this, "check", new MnemonicCheck.WrongWordCount(0));
  private final ReadOnlyObjectWrapper<PhraseVerdict> verdict =
      new ReadOnlyObjectWrapper<>(this, "verdict", PhraseVerdict.of(check.get()));
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
  private final BooleanBinding complete;

  /**
   * An empty form.
   *
   * @param opened called when the wallet is made and open
   */
  public RestoreModel(WalletsPort port, WalletForm form, Runnable opened) {
    this.port = port;
    this.form = form;
    this.opened = opened;
    phrase.addListener((_, _, text) -> check.set(Mnemonic.check(text.toLowerCase(Locale.ROOT))));
    check.addListener((_, _, now) -> verdict.set(PhraseVerdict.of(now)));
    complete =
        Bindings.createBooleanBinding(
            () ->
                form.completeProperty().get()
                    && check.get() instanceof MnemonicCheck.Valid
                    && !working.get(),
            form.completeProperty(),
            check,
            working);
  }

  /** Makes the wallet; does nothing while something is missing. */
  public void restore() {
    if (complete.get() && check.get() instanceof MnemonicCheck.Valid valid) {
      working.set(true);
      failure.set("");
      port.create(
          new WalletsPort.NewWallet(
              form.readName(),
              form.networkProperty().get(),
              form.requiredNode(),
              valid.mnemonic(),
              passphrase.get(),
              form.takePassword(),
              true),
          this::done);
    }
  }

  private void done(WalletsPort.Outcome outcome) {
    working.set(false);
    switch (outcome) {
      case WalletsPort.Outcome.Opened _ -> {
        phrase.set("");
        passphrase.set("");
        opened.run();
      }
      case WalletsPort.Outcome.Failed failed -> failure.set(failed.reason());
      case WalletsPort.Outcome.WrongPassword _ -> failure.set("");
    }
  }

  /** Name, network, node and password. */
  public WalletForm form() {
    return form;
  }

  /** The words as typed, in any case, with any white space between them. */
  public StringProperty phraseProperty() {
    return phrase;
  }

  /** The passphrase of BIP39, empty for none. */
  public StringProperty passphraseProperty() {
    return passphrase;
  }

  /** What the words typed so far come to. */
  public ReadOnlyObjectProperty<PhraseVerdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** Whether {@link #restore} would do something. */
  public BooleanBinding completeBinding() {
    return complete;
  }

  /** Whether the file is being made. */
  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Why the file could not be made, or empty. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
