package io.timecoin.node.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example does what the specification says, text for text. */
class MasternodeUtxoIntegrationIT {
  private static final String HEX = "[0-9a-f]{64}";
  private static final String OUTPOINT = "\\{\"txid\":\"" + HEX + "\",\"vout\":0\\}";

  @TempDir Path folder;

  @Test
  void walletSeesTheSpecificationsStatesInOrder() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    MasternodeUtxoIntegration.run(folder, heard::add);

    assertThat(heard.getFirst()).startsWith("{\"type\":\"SubscriptionConfirmed\"");
    assertThat(heard)
        .anySatisfy(
            text ->
                assertThat(text)
                    .matches(
                        "\\{\"type\":\"UTXOStateResponse\",\"states\":\\[\\{\"outpoint\":"
                            + OUTPOINT
                            + ",\"state\":\"Unspent\"\\}\\]\\}"));
    assertThat(heard).anySatisfy(text -> assertThat(text).contains("\"TransactionAccepted\""));

    List<String> changes =
        heard.stream().filter(t -> t.startsWith("{\"type\":\"UTXOStateNotification\"")).toList();
    assertThat(changes.getFirst())
        .contains("\"old_state\":\"Unspent\",\"new_state\":{\"Locked\":{\"txid\":\"");
    assertThat(states(changes))
        .startsWith("Locked", "SpentPending")
        .endsWith("SpentFinalized")
        .doesNotHaveDuplicates();
    for (int i = 0; i < changes.size(); i++) {
      assertThat(changes.get(i)).contains("\"seq\":" + (i + 1) + ",");
    }
  }

  /** The states in order, repeats of SpentPending as votes grow taken as one. */
  private static List<String> states(List<String> changes) {
    Pattern state = Pattern.compile("\"new_state\":\\{?\"([A-Za-z]+)\"");
    return changes.stream()
        .map(state::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }
}
