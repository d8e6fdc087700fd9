package io.timecoin.app.vm.masternode;

import io.timecoin.app.vm.masternode.MasternodePort.Founded;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A private network that is being founded. */
public final class FoundModel {

  /** Masternodes of a network founded here: more keys than that are drawn on the command line. */
  public static final int MASTERNODES_MAX = 31;

  private static final int PASSWORD_MIN = 8;

  private final MasternodePort port;
  private final StringProperty name = new SimpleStringProperty(this, "name", "my-network");
  private final StringProperty masternodes = new SimpleStringProperty(this, "masternodes", "4");
  private final StringProperty basePort = new SimpleStringProperty(this, "basePort", "24200");
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final StringProperty repeated = new SimpleStringProperty(this, "repeated", "");
  private final ReadOnlyObjectWrapper<Problem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Problem.NONE);
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(this, "complete");
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ReadOnlyObjectWrapper<@Nullable Founded> outcome =
      new ReadOnlyObjectWrapper<>(this, "outcome");

  /** What is wrong first. */
  public enum Problem {
    NONE,
    NAME,
    MASTERNODES,
    PORT,
    PASSWORD_SHORT,
    PASSWORD_DIFFERS
  }

  /** A form with what most people want. */
  public FoundModel(MasternodePort port) {
    this.port = port;
    for (StringProperty field :
        new StringProperty[] {name, masternodes, basePort, password, repeated}) {
      field.addListener((_, _, _) -> refresh());
    }
  }

  private void refresh() {
    problem.set(firstProblem());
    complete.set(
        problem.get() == Problem.NONE
            && !working.get()
            && !password.get().isEmpty()
            && !repeated.get().isEmpty());
  }

  private Problem firstProblem() {
    if (!name.get().strip().matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,58}")) {
      return Problem.NAME;
    }
    if (number(masternodes.get(), 1, MASTERNODES_MAX) < 0) {
      return Problem.MASTERNODES;
    }
    if (number(basePort.get(), 1, 65_535 - 10 * MASTERNODES_MAX) < 0) {
      return Problem.PORT;
    }
    if (!password.get().isEmpty() && password.get().length() < PASSWORD_MIN) {
      return Problem.PASSWORD_SHORT;
    }
    return repeated.get().isEmpty() || repeated.get().equals(password.get())
        ? Problem.NONE
        : Problem.PASSWORD_DIFFERS;
  }

  /** The number, or -1. */
  private static int number(String text, int least, int most) {
    if (!text.strip().matches("[0-9]{1,5}")) {
      return -1;
    }
    int number = Integer.parseInt(text.strip());
    return number < least || number > most ? -1 : number;
  }

  /** Founds it; does nothing while something is missing. */
  public void found() {
    if (!complete.get()) {
      return;
    }
    working.set(true);
    outcome.set(null);
    char[] taken = password.get().toCharArray();
    refresh();
    port.found(
        new MasternodePort.Plan(
            name.get().strip(),
            number(masternodes.get(), 1, MASTERNODES_MAX),
            number(basePort.get(), 1, 65_535),
            taken),
        founded -> {
          working.set(false);
          outcome.set(founded);
          refresh();
        });
  }

  /** The network's name as typed; also that of its folder. */
  public StringProperty nameProperty() {
    return name;
  }

  /** How many masternodes, as typed. */
  public StringProperty masternodesProperty() {
    return masternodes;
  }

  /** P2P port of the first, as typed; the others are 10 apart. */
  public StringProperty basePortProperty() {
    return basePort;
  }

  /** The password of the key files, as typed. */
  public StringProperty passwordProperty() {
    return password;
  }

  /** The same once more. */
  public StringProperty repeatedProperty() {
    return repeated;
  }

  /** What is wrong first. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether {@link #found} would do something. */
  public ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }

  /** Whether it is being founded. */
  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** What it came to, null before. */
  public ReadOnlyObjectProperty<@Nullable Founded> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }
}
