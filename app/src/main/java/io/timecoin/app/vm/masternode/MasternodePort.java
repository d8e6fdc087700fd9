package io.timecoin.app.vm.masternode;

import java.util.List;
import java.util.function.Consumer;

/**
 * Files and nodes behind the wizard. Every method returns at once; answers come on the screens'
 * thread.
 */
public interface MasternodePort {

  /**
   * A private network to be founded.
   *
   * @param password of every masternode's key file; cleared by the port
   */
  record Plan(String name, int masternodes, int basePort, char[] password) {}

  /** What founding came to. */
  sealed interface Founded {
    /**
     * It is on the disk.
     *
     * @param folder of the network, with the genesis file
     * @param configs configuration of each masternode, its own first
     */
    record Done(String folder, List<String> configs) implements Founded {}

    /** Nothing was overwritten: why. */
    record Failed(String reason) implements Founded {}
  }

  /**
   * How a node is to be run; what is empty is taken from the configuration, or is the default.
   *
   * @param config file, or empty for none
   * @param password of the key file; cleared by the port when the node is started
   */
  record Setup(
      String config,
      String genesis,
      String keyFile,
      char[] password,
      String dataDir,
      String p2pPort,
      String wsPort,
      String seeds) {}

  /** What a setup comes to. */
  sealed interface Read {
    /** The values that would be used. */
    record Values(
        String genesis, String keyFile, String dataDir, int p2pPort, int wsPort, String seeds)
        implements Read {}

    /** A value is wrong: which and why. */
    record Wrong(String reason) implements Read {}
  }

  /**
   * Whether it could run now.
   *
   * @param reachable how many of the others answer
   */
  record Checked(boolean p2pFree, boolean wsFree, int reachable, int others, String problem) {}

  /** What starting came to. */
  sealed interface Started {
    /** It runs, and its screens are shown. */
    record Running() implements Started {}

    /** It does not: cause and remedy. */
    record Failed(String reason, String remedy) implements Started {}
  }

  /** Makes keys, genesis file and configurations. Takes half a second a key. */
  void found(Plan plan, Consumer<Founded> answer);

  /** Reads a setup without acting on it. */
  void read(Setup setup, Consumer<Read> answer);

  /** Tries ports and other masternodes; takes a second at most. */
  void check(Setup setup, Consumer<Checked> answer);

  /** Runs the node in this program. */
  void start(Setup setup, Consumer<Started> answer);
}
