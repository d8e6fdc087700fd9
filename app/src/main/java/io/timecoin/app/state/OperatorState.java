package io.timecoin.app.state;

import io.timecoin.node.protocol.NetworkMessage.AdminResult;
import java.util.List;
import java.util.Map;

/**
 * What only the operator of a node is told.
 *
 * @param peers its connections, as the node's rows have them
 * @param bans who is kept out
 * @param refusal why the last command was refused, or empty
 * @param answers how many commands were answered, so that an answer is seen that changes nothing
 */
public record OperatorState(
    List<Map<String, String>> peers, List<Map<String, String>> bans, String refusal, long answers) {

  /** Nothing was asked yet. */
  public static final OperatorState START = new OperatorState(List.of(), List.of(), "", 0);

  OperatorState with(AdminResult result) {
    return switch (result.command()) {
      case "peers" -> new OperatorState(result.rows(), bans, "", answers + 1);
      case "bans", "ban" -> new OperatorState(peers, result.rows(), "", answers + 1);
      default -> new OperatorState(peers, bans, "", answers + 1);
    };
  }

  OperatorState refused(String reason) {
    return new OperatorState(peers, bans, reason, answers + 1);
  }
}
