package io.timecoin.node.cli.client;

import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;

/** What to do about a refusal. */
final class Advice {
  private Advice() {}

  /** Code, reason and advice in one line. */
  static CommandFailedException failure(NetworkMessage.Error refusal) {
    String advice = of(refusal.code());
    String reason = refusal.message();
    String end = reason.endsWith(".") ? " " : ". ";
    return new CommandFailedException(
        refusal.code().wireName(), advice.isEmpty() ? reason : reason + end + advice);
  }

  private static String of(ErrorCode code) {
    return switch (code) {
      case MALFORMED, UNSUPPORTED, WRONG_VERSION ->
          "Node and command line may be of different versions.";
      case INVALID_ADDRESS -> "Check the address for a typo.";
      case INVALID_OUTPOINT -> "An outpoint is written txid:vout.";
      case INVALID_TRANSACTION -> "";
      case WRONG_NETWORK -> "Ask the receiver for an address of this network.";
      case WRONG_GENESIS -> "Connect to a node of the network you mean with --node.";
      case BAD_SIGNATURE, BAD_CERTIFICATE -> "";
      case UNKNOWN_OUTPOINT -> "`timekeeper query` shows what the node knows of an outpoint.";
      case INPUT_SPENT -> "Choose another outpoint, or leave the choice to `send`.";
      case WRONG_KEY -> "Sign with the key whose address holds the output.";
      case FEE_TOO_LOW -> "Pay more with --fee; `timekeeper status` shows the least fee.";
      case ABOVE_SUPPLY_CAP -> "Check the amount.";
      case REJECTED -> "It will never be final; sign a new payment.";
      case POOL_FULL -> "Pay a higher fee, or try again later.";
      case TOO_MANY, TOO_LARGE -> "Ask for less at once.";
      case RATE_LIMITED -> "Wait a little and try again.";
      case BUSY -> "Try again in a moment.";
      case RESYNC, NOT_SUBSCRIBED -> "";
      case UNKNOWN_TRANSACTION -> "Ask a node that has seen it, or wait.";
      case FORBIDDEN -> "";
      case UNAVAILABLE -> "Its operator must act; try another node with --node.";
    };
  }
}
