package io.timecoin.app.vm.welcome;

import io.timecoin.node.base.Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The form: a node and the addresses to watch there. */
public final class WatchModel {

  /** As many as one subscription may name. */
  public static final int ADDRESSES_MAX = 10_000;

  /** What is wrong with a field. */
  public enum Problem {
    NONE,
    /** Not {@code ws://host:port} or {@code wss://…}. */
    NOT_A_NODE,
    /** An entry is no address: see {@link FieldProblem#detail}. */
    NOT_AN_ADDRESS,
    TOO_MANY
  }

  /**
   * What is wrong with a field.
   *
   * @param entry the first one that is wrong, or empty
   * @param detail the exact reason in English, or empty
   */
  public record FieldProblem(Problem problem, String entry, String detail) {
    /** Nothing. */
    public static final FieldProblem NONE = new FieldProblem(Problem.NONE, "", "");
  }

  private final WatchPort port;
  private final StringProperty node = new SimpleStringProperty(this, "node", "");
  private final StringProperty addresses = new SimpleStringProperty(this, "addresses", "");
  private final ReadOnlyObjectWrapper<FieldProblem> nodeProblem =
      new ReadOnlyObjectWrapper<>(this, "nodeProblem", FieldProblem.NONE);
  private final ReadOnlyObjectWrapper<FieldProblem> addressesProblem =
      new ReadOnlyObjectWrapper<>(this, "addressesProblem", FieldProblem.NONE);
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(this, "complete");
  private @Nullable URI readNode;
  private Set<Address> readAddresses = Set.of();

  /** Empty fields. */
  public WatchModel(WatchPort port) {
    this.port = port;
    node.addListener((_, _, _) -> refresh());
    addresses.addListener((_, _, _) -> refresh());
  }

  /** Begins to watch; does nothing while a field is empty or wrong. */
  public void watch() {
    URI uri = readNode;
    if (complete.get() && uri != null) {
      port.watch(uri, readAddresses);
    }
  }

  private void refresh() {
    nodeProblem.set(readNode(node.get().strip()));
    addressesProblem.set(readAddresses(addresses.get()));
    complete.set(readNode != null && !readAddresses.isEmpty());
  }

  private FieldProblem readNode(String text) {
    readNode = null;
    if (text.isEmpty()) {
      return FieldProblem.NONE;
    }
    try {
      URI uri = new URI(text);
      boolean webSocket = "ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme());
      if (webSocket && uri.getHost() != null) {
        readNode = uri;
        return FieldProblem.NONE;
      }
    } catch (URISyntaxException e) {
      return new FieldProblem(Problem.NOT_A_NODE, text, String.valueOf(e.getReason()));
    }
    return new FieldProblem(Problem.NOT_A_NODE, text, "");
  }

  private FieldProblem readAddresses(String text) {
    readAddresses = Set.of();
    List<String> entries =
        Stream.of(text.split("[\\s,;]+")).filter(entry -> !entry.isEmpty()).toList();
    if (entries.size() > ADDRESSES_MAX) {
      return new FieldProblem(Problem.TOO_MANY, "", "");
    }
    Set<Address> read = new LinkedHashSet<>();
    for (String entry : entries) {
      try {
        read.add(Address.parse(entry));
      } catch (IllegalArgumentException e) {
        return new FieldProblem(Problem.NOT_AN_ADDRESS, entry, String.valueOf(e.getMessage()));
      }
    }
    readAddresses = read;
    return FieldProblem.NONE;
  }

  /** The node's address as typed. */
  public StringProperty nodeProperty() {
    return node;
  }

  /** Addresses as typed, with white space, commas or semicolons between them. */
  public StringProperty addressesProperty() {
    return addresses;
  }

  /** What is wrong with the node. */
  public ReadOnlyObjectProperty<FieldProblem> nodeProblemProperty() {
    return nodeProblem.getReadOnlyProperty();
  }

  /** What is wrong with the addresses. */
  public ReadOnlyObjectProperty<FieldProblem> addressesProblemProperty() {
    return addressesProblem.getReadOnlyProperty();
  }

  /** Whether {@link #watch} would do something. */
  public ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }
}
