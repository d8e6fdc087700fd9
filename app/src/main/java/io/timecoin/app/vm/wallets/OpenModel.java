package io.timecoin.app.vm.wallets;

import io.timecoin.app.vm.wallets.WalletsPort.Outcome;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A password for a wallet that is there. */
public final class OpenModel {

  private final String name;
  private final Opener opener;
  private final Runnable opened;
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(this, "outcome", new Outcome.Opened());

  /** Tries a password. */
  @FunctionalInterface
  public interface Opener {
    /** Clears the password; answers on the thread of the screens. */
    void open(char[] password, Consumer<Outcome> done);
  }

  /**
   * For the wallet of that name.
   *
   * @param opened called when it is open
   */
  public OpenModel(String name, Opener opener, Runnable opened) {
    this.name = name;
    this.opener = opener;
    this.opened = opened;
  }

  /** For a wallet of the folder. */
  public static OpenModel opening(WalletsPort port, String name, Runnable opened) {
    return new OpenModel(name, (password, done) -> port.open(name, password, done), opened);
  }

  /** Tries the password; it is forgotten at once. Nothing happens while one is being tried. */
  public void open() {
    if (working.get() || password.get().isEmpty()) {
      return;
    }
    working.set(true);
    char[] taken = password.get().toCharArray();
    password.set("");
    opener.open(
        taken,
        result -> {
          working.set(false);
          outcome.set(result);
          if (result instanceof Outcome.Opened) {
            opened.run();
          }
        });
  }

  /** The wallet's name. */
  public String name() {
    return name;
  }

  /** The password as typed. */
  public StringProperty passwordProperty() {
    return password;
  }

  /** Whether a password is being tried. */
  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** What the last try came to; opened before the first. */
  public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }
}
