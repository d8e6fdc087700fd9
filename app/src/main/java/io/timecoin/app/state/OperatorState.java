package io.timecoin.app.state;

import io.timecoin.node.protocol.NetworkMessage.AdminResult;
import java.util.List;
import java.util.Map;

/**
 * What only the operator of a node is told.
 *
 * @param peers its connections, as the node's rows have them
 * @param bans who is kept out
 * @param figures what it measures, newest answer, by name as docs/PROTOCOL.md lists them
 * @param refusal why the last command was refused, or empty
 * @param answers how many commands were answered, so that an answer is seen that changes nothing
 */
public record OperatorState(
    List<Map<String, String>> peers,
    List<Map<String, String>> bans,
    Map<String, String> figures,
    String refusal,
    long answers) {

  /** Nothing was asked yet. */
  public static final OperatorState START =
      new OperatorState(List.of(), List.of(), Map.of(), "", 0);

  OperatorState with(AdminResult result) {
    return switch (result.command()) {
      case "peers" -> new OperatorState(result.rows(), bans, figures, "", answers + 1);
      case "bans", "ban" -> new OperatorState(peers, result.rows(), figures, "", answers + 1);
      case "figures" ->
          new OperatorState(
              peers,
              bans,
              result.rows().isEmpty() ? Map.of() : result.rows().getFirst(),
              refusal,
              answers);
      default -> new OperatorState(peers, bans, figures, "", answers + 1);
    };
  }

  OperatorState refused(String reason) {
    return new OperatorState(peers, bans, figures, reason, answers + 1);
  }
}
