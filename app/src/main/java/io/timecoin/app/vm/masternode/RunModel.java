package io.timecoin.app.vm.masternode;

import io.timecoin.app.vm.masternode.MasternodePort.Checked;
import io.timecoin.app.vm.masternode.MasternodePort.Read;
import io.timecoin.app.vm.masternode.MasternodePort.Setup;
import io.timecoin.app.vm.masternode.MasternodePort.Started;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** How a masternode is to be run, whether it could, and its start. */
public final class RunModel {

  private final MasternodePort port;
  private final StringProperty config = new SimpleStringProperty(this, "config", "");
  private final StringProperty genesis = new SimpleStringProperty(this, "genesis", "");
  private final StringProperty keyFile = new SimpleStringProperty(this, "keyFile", "");
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final StringProperty dataDir = new SimpleStringProperty(this, "dataDir", "");
  private final StringProperty p2pPort = new SimpleStringProperty(this, "p2pPort", "");
  private final StringProperty wsPort = new SimpleStringProperty(this, "wsPort", "");
  private final StringProperty seeds = new SimpleStringProperty(this, "seeds", "");
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ReadOnlyObjectWrapper<@Nullable Checked> checked =
      new ReadOnlyObjectWrapper<>(this, "checked");
  private final ReadOnlyObjectWrapper<Started.@Nullable Failed> failure =
      new ReadOnlyObjectWrapper<>(this, "failure");

  /** An empty form. */
  public RunModel(MasternodePort port) {
    this.port = port;
    password.addListener(
        (_, _, typed) -> {
          if (!typed.isEmpty()) {
            failure.set(null); // it is being tried again
          }
        });
    // A check is worth nothing once something else is typed.
    for (StringProperty field : new StringProperty[] {genesis, keyFile, p2pPort, wsPort, seeds}) {
      field.addListener((_, _, _) -> checked.set(null));
    }
  }

  /** Takes a configuration file and shows what is in it. */
  public void use(String file) {
    config.set(file);
    for (StringProperty field :
        new StringProperty[] {genesis, keyFile, dataDir, p2pPort, wsPort, seeds}) {
      field.set("");
    }
    port.read(
        setup(new char[0]),
        read -> {
          switch (read) {
            case Read.Values values -> show(values);
            case Read.Wrong wrong -> failure.set(new Started.Failed(wrong.reason(), ""));
          }
        });
  }

  private void show(Read.Values values) {
    failure.set(null);
    genesis.set(values.genesis());
    keyFile.set(values.keyFile());
    dataDir.set(values.dataDir());
    p2pPort.set(String.valueOf(values.p2pPort()));
    wsPort.set(String.valueOf(values.wsPort()));
    seeds.set(values.seeds());
  }

  private Setup setup(char[] secret) {
    return new Setup(
        config.get().strip(),
        genesis.get().strip(),
        keyFile.get().strip(),
        secret,
        dataDir.get().strip(),
        p2pPort.get().strip(),
        wsPort.get().strip(),
        seeds.get().strip());
  }

  /** Tries ports and the other masternodes. */
  public void check() {
    checked.set(null);
    port.check(setup(new char[0]), checked::set);
  }

  /**
   * Starts the node; does nothing while it is being started. What was typed stays, but the
   * password.
   */
  public void start() {
    if (working.get()) {
      return;
    }
    working.set(true);
    failure.set(null);
    char[] secret = password.get().toCharArray();
    password.set("");
    port.start(
        setup(secret),
        started -> {
          working.set(false);
          if (started instanceof Started.Failed failed) {
            failure.set(failed);
          }
        });
  }

  /** Where the configuration is, or empty. */
  public StringProperty configProperty() {
    return config;
  }

  /** Where the genesis file is, as typed. */
  public StringProperty genesisProperty() {
    return genesis;
  }

  /** Where the encrypted key is, as typed. */
  public StringProperty keyFileProperty() {
    return keyFile;
  }

  /** The key's password as typed. */
  public StringProperty passwordProperty() {
    return password;
  }

  /** Where the node keeps its data, as typed. */
  public StringProperty dataDirProperty() {
    return dataDir;
  }

  /** The port for masternodes as typed. */
  public StringProperty p2pPortProperty() {
    return p2pPort;
  }

  /** The port for wallets as typed. */
  public StringProperty wsPortProperty() {
    return wsPort;
  }

  /** The other masternodes, {@code host:port} each, commas between them. */
  public StringProperty seedsProperty() {
    return seeds;
  }

  /** Whether it is being started. */
  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** What the last check came to; null before, and after a change. */
  public ReadOnlyObjectProperty<@Nullable Checked> checkedProperty() {
    return checked.getReadOnlyProperty();
  }

  /** Why it did not start, or null. */
  public ReadOnlyObjectProperty<Started.@Nullable Failed> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
