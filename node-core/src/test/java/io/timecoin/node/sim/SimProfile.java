package io.timecoin.node.sim;

/**
 * What one simulated run does and suffers. Chances are per message or per turn.
 *
 * @param nodes masternodes
 * @param byzantine how many of them lie
 * @param payments honest payments
 * @param conflicts pairs of payments that spend the same coin, sent to different nodes
 * @param delayMaxMs longest delay of a message
 * @param loss chance that a message is lost and its connection with it
 * @param crash chance that a turn ends in a crash
 * @param partitions how often the network is cut in two for a while
 */
record SimProfile(
    int nodes,
    int byzantine,
    int payments,
    int conflicts,
    int delayMaxMs,
    double loss,
    double crash,
    int partitions) {
  static final SimProfile CALM = new SimProfile(7, 0, 10, 0, 20, 0, 0, 0);
  static final SimProfile STORM = new SimProfile(7, 2, 12, 4, 80, 0.004, 0.002, 2);
  static final SimProfile CRASHES = new SimProfile(7, 0, 12, 4, 40, 0.002, 0.02, 1);

  /** Few enough crashes that blocks go on, so that nodes die on both sides of settlements. */
  static final SimProfile SETTLING = new SimProfile(4, 0, 40, 6, 20, 0.0005, 0.002, 0);

  static final SimProfile SMALL = new SimProfile(4, 1, 8, 3, 60, 0.01, 0.004, 1);
}
