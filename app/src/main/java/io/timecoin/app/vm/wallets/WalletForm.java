package io.timecoin.app.vm.wallets;

import io.timecoin.node.base.Network;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a wallet needs besides its words: a name, a network and a node there, a password. */
public final class WalletForm {

  /** Shorter passwords are refused: the file may fall into other hands. */
  public static final int PASSWORD_MIN = 8;

  private final WalletsPort port;
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final ObjectProperty<Network> network;
  private final StringProperty node = new SimpleStringProperty(this, "node", "");
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final StringProperty repeated = new SimpleStringProperty(this, "repeated", "");
  private final ReadOnlyObjectWrapper<Problem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Problem.NONE);
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(this, "complete");

  /** The field that is wrong and why; the first one only. */
  public record Problem(Field field, String detail) {
    /** Nothing is wrong, though something may be missing. */
    public static final Problem NONE = new Problem(Field.NONE, "");
  }

  /** What can be wrong. */
  public enum Field {
    NONE,
    NAME,
    NODE,
    PASSWORD_SHORT,
    PASSWORD_DIFFERS
  }

  /** A form that proposes a network and a node. */
  public WalletForm(WalletsPort port, Network proposed, String proposedNode) {
    this.port = port;
    this.network = new SimpleObjectProperty<>(this, "network", proposed);
    node.set(proposedNode);
    name.addListener((_, _, _) -> refresh());
    node.addListener((_, _, _) -> refresh());
    password.addListener((_, _, _) -> refresh());
    repeated.addListener((_, _, _) -> refresh());
  }

  private void refresh() {
    problem.set(firstProblem());
    complete.set(
        problem.get().field() == Field.NONE
            && !name.get().isBlank()
            && readNode().isPresent()
            && !password.get().isEmpty()
            && !repeated.get().isEmpty());
  }

  private Problem firstProblem() {
    String refusal = name.get().isBlank() ? "" : port.refusal(name.get().strip());
    if (!refusal.isEmpty()) {
      return new Problem(Field.NAME, refusal);
    }
    if (!node.get().isBlank() && readNode().isEmpty()) {
      return new Problem(Field.NODE, "");
    }
    if (!password.get().isEmpty() && password.get().length() < PASSWORD_MIN) {
      return new Problem(Field.PASSWORD_SHORT, "");
    }
    if (!repeated.get().isEmpty() && !repeated.get().equals(password.get())) {
      return new Problem(Field.PASSWORD_DIFFERS, "");
    }
    return Problem.NONE;
  }

  private Optional<URI> readNode() {
    try {
      URI uri = new URI(node.get().strip());
      boolean webSocket = "ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme());
      return webSocket && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The name without white space around it. */
  String readName() {
    return name.get().strip();
  }

  URI requiredNode() {
    return readNode().orElseThrow();
  }

  char[] takePassword() {
    char[] taken = password.get().toCharArray();
    password.set("");
    repeated.set("");
    return taken;
  }

  /** The wallet's name as typed. */
  public StringProperty nameProperty() {
    return name;
  }

  /** Whose addresses it makes. */
  public ObjectProperty<Network> networkProperty() {
    return network;
  }

  /** The node's address as typed. */
  public StringProperty nodeProperty() {
    return node;
  }

  /** The password as typed. */
  public StringProperty passwordProperty() {
    return password;
  }

  /** The password as typed once more. */
  public StringProperty repeatedProperty() {
    return repeated;
  }

  /** What is wrong first. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether every field is filled in and right. */
  public ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }
}
