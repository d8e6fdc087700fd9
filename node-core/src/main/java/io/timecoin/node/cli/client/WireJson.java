package io.timecoin.node.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonLine;

/** A node's answer as this program's result: the same object without what belongs to the wire. */
final class WireJson {
  private WireJson() {}

  static ObjectNode of(String text) throws CommandFailedException {
    try {
      JsonNode node = JsonLine.read(text);
      if (node instanceof ObjectNode object) {
        object.remove("type");
        object.remove("request_id");
        return object;
      }
      throw new CommandFailedException("the node answered with something that is no object");
    } catch (JsonProcessingException e) {
      throw new CommandFailedException("the node answered with something that is no JSON", e);
    }
  }
}
