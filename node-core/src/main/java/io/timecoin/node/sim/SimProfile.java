package io.timecoin.node.sim;

import io.timecoin.node.masternode.Quorum;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the runs of a profile do and suffer. Numbers of faults are the most that one run draws.
 *
 * @param nodes masternodes
 * @param liars how many of them are Byzantine
 * @param payments honest payments
 */
public record SimProfile(String name, int nodes, int liars, int payments, Faults faults) {
  /**
   * Most faults of each kind.
   *
   * @param doubleSpends coins that a wallet spends twice
   * @param weathers spells of loss, duplication and delay
   * @param partitions cuts of the network, one way, both ways or flapping
   * @param crashes power losses of a node
   * @param disks spells of slow or full disks
   * @param skews nodes with a wrong clock
   * @param floods and spells of wallets that do not read
   */
  public record Faults(
      int doubleSpends,
      int weathers,
      int partitions,
      int crashes,
      int disks,
      int skews,
      int floods) {}

  /** The names, as the command line takes them. */
  public enum Name {
    /** Nothing goes wrong. */
    CALM(false, 12, new Faults(0, 0, 0, 0, 0, 0, 0)),
    /** The network fails. */
    STORM(false, 12, new Faults(4, 4, 4, 0, 0, 0, 1)),
    /** Machines and disks fail. */
    CRASHES(false, 16, new Faults(4, 1, 0, 16, 3, 0, 0)),
    /** As many masternodes lie as may. */
    LIES(true, 12, new Faults(4, 1, 1, 0, 0, 0, 1)),
    /** Everything at once, each kind in about half of the runs. */
    MIXED(true, 12, new Faults(4, 3, 3, 8, 2, 7, 2));

    private final boolean lies;
    private final int payments;
    private final Faults faults;

    Name(boolean lies, int payments, Faults faults) {
      this.lies = lies;
      this.payments = payments;
      this.faults = faults;
    }

    /** The profile of a network of that size. */
    public SimProfile of(int nodes) {
      int liars = lies ? Quorum.faulty(nodes) : 0;
      return new SimProfile(name().toLowerCase(Locale.ROOT), nodes, liars, payments, faults);
    }

    /** All of them, lower case. */
    public static List<String> names() {
      return Arrays.stream(values()).map(n -> n.name().toLowerCase(Locale.ROOT)).toList();
    }
  }
}
