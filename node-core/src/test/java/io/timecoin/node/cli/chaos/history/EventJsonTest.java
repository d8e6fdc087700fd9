package io.timecoin.node.cli.chaos.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.timecoin.node.cli.chaos.check.Story;
import io.timecoin.node.cli.console.JsonLine;
import org.junit.jupiter.api.Test;

class EventJsonTest {
  private static JsonNode json(Story story) throws Exception {
    return JsonLine.read(EventJson.line(story.events().getLast()));
  }

  @Test
  void nodesAreCountedFromOneAndStatesNameTheirTransaction() throws Exception {
    JsonNode json =
        json(new Story().notified(0, 2, 5, Story.coin(1), Story.finalized(Story.tx(1))));
    assertThat(json.get("at_ns").longValue()).isEqualTo(1_000_000);
    assertThat(json.get("event").textValue()).isEqualTo("notified");
    assertThat(json.get("node").intValue()).isEqualTo(1);
    assertThat(json.get("session").intValue()).isEqualTo(2);
    assertThat(json.get("seq").intValue()).isEqualTo(5);
    assertThat(json.get("old").textValue()).isEqualTo("Unspent");
    assertThat(json.get("new").textValue()).isEqualTo("SpentFinalized");
    assertThat(json.get("new_by").textValue()).isEqualTo(Story.tx(1).toString());
  }

  @Test
  void faultsNameKindAndNodes() throws Exception {
    JsonNode json = json(new Story().broke(3, FaultKind.ONE_WAY, "not heard", 4, 0));
    assertThat(json.toString())
        .contains("\"fault\":3,\"kind\":\"one_way\",\"nodes\":[1,5],\"detail\":\"not heard\"");
  }
}
