package io.timecoin.app.vm.trial;

import io.timecoin.app.wallet.Payment;
import java.util.List;
import java.util.function.Consumer;

/**
 * The demo network, to be broken and healed. Every method returns at once; what is told, is told on
 * the thread of the screens.
 */
public interface TrialPort {

  /** Names of the masternodes as people know them; the wallet is connected to the first. */
  List<String> nodes();

  /** What is broken at the moment. */
  Faults faults();

  /**
   * Makes it so: first the links, then the nodes one after the other.
   *
   * @param told every step, and at last {@link Progress.Done} or {@link Progress.Failed}
   */
  void bring(Faults wanted, Consumer<Progress> told);

  /** Connects the wallet with its node, or cuts it off. */
  void connect(boolean connected);

  /**
   * Signs both and hands them to two different masternodes at the same instant, as a cheat with two
   * wallets would.
   *
   * @param told what came of it
   */
  void payTwice(Payment one, Payment other, Consumer<Twice> told);

  /**
   * Lets the first contact pay this wallet 1 TIME, at another masternode than the wallet's.
   *
   * @param sent told the txid
   * @param failed told why it could not be done
   */
  void receive(Consumer<String> sent, Consumer<Problem> failed);

  /** How far it is. */
  sealed interface Progress {
    /** That node is being stopped or started, or has been. */
    record Node(int index, NodePhase phase) implements Progress {}

    /** All is as it was wanted. */
    record Done() implements Progress {}

    /**
     * A node did not start; the others are as wanted.
     *
     * @param cause and
     * @param remedy for people
     */
    record Failed(int index, String cause, String remedy) implements Progress {}
  }

  /** What became of two payments of the same coin. */
  sealed interface Twice {
    /** Both are on their way. */
    record Sent(String one, String other) implements Twice {}

    /** They are not. */
    record Failed(Problem problem) implements Twice {}
  }

  /**
   * Why a payment could not be made.
   *
   * @param who the masternode or wallet it is about
   */
  record Problem(Kind kind, String who) {
    /** None. */
    public static final Problem NONE = new Problem(Kind.NONE, "");

    /** What is the matter. */
    public enum Kind {
      NONE,
      /** It does not answer. */
      NO_ANSWER,
      /** It has no coin that is free. */
      NO_COIN
    }
  }

  /** Where a masternode is. */
  enum NodePhase {
    RUNNING,
    STOPPING,
    STOPPED,
    STARTING,
    FAILED
  }
}
