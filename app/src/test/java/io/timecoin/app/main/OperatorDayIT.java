package io.timecoin.app.main;

import static io.timecoin.app.main.AppDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.runtime.MasternodeNode;
import io.timecoin.node.runtime.config.NodeConfigLoader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's day: a private network and a masternode of it, from nothing to voting. */
class OperatorDayIT {

  private static final String PASSWORD = "a password of keys";

  @TempDir Path data;

  private final List<MasternodeNode> others = new ArrayList<>();
  private AppDriver app;

  @BeforeEach
  void open() throws TimeoutException {
    app = AppDriver.open(data);
  }

  @AfterEach
  void close() throws TimeoutException {
    others.forEach(MasternodeNode::close);
    app.close();
  }

  @Test
  void networkIsFoundedAndItsMasternodeVotes() throws Exception {
    int base = freePorts();
    app.press("#choose-masternode")
        .fill("#found-name", "our net")
        .fill("#found-port", String.valueOf(base))
        .fill("#found-password", PASSWORD)
        .fill("#found-repeat", PASSWORD);
    app.picture("operator-1-found");
    app.press("#found");
    Path network = data.resolve("networks").resolve("our net");
    until(() -> app.present("#run-genesis") && !text("#run-genesis").isEmpty());
    assertThat(Files.isSameFile(Path.of(text("#run-genesis")), network.resolve("genesis.json")))
        .isTrue();
    app.press("#run-check");
    until(() -> app.reads("0 of 3 other masternodes answer"));
    app.fill("#run-password", "wrong").press("#run-start");
    until(() -> app.reads("password"));
    app.picture("operator-2-wrong-password");
    startOthers(network);
    app.press("#run-check");
    until(() -> app.reads("3 of 3 other masternodes answer"));
    app.fill("#run-password", PASSWORD);
    app.picture("operator-3-ready");
    app.press("#run-start");
    until(() -> app.present("#rail-dashboard"));
    app.press("#rail-dashboard");
    until(() -> app.reads("Healthy"));
    app.picture("operator-4-healthy");
    app.press("#rail-network").press("#pill-peers");
    until(() -> app.rows("#peers") == 3);

    others.removeLast().close(); // one is lost: the verdict changes and says why
    app.press("#rail-dashboard");
    until(() -> app.reads("Degraded") && app.reads("1 of 4 masternodes are not connected"));
    app.picture("operator-5-degraded");
    app.press("#rail-network").press("#pill-members");
    until(() -> app.reads("Not connected"));
    app.picture("operator-6-members");
  }

  private String text(String selector) {
    return app.window().scene().lookup(selector) instanceof TextField field ? field.getText() : "";
  }

  /** The other operators, each with the folder it was given. */
  private void startOthers(Path network) throws Exception {
    for (int i = 2; i <= 4; i++) {
      Path config = network.resolve("node-" + i).resolve("node.conf");
      Map<String, String> flags =
          Map.of("key-password", PASSWORD, "metrics-port", "0", "p2p-bind", "127.0.0.1");
      MasternodeNode node =
          new MasternodeNode(NodeConfigLoader.load(flags, Map.of(), config).config());
      node.start();
      others.add(node);
    }
  }

  /** The first of a row of ports that are free now: four masternodes, ten apart. */
  private static int freePorts() throws IOException {
    for (int base = 21_000; base < 30_000; base += 50) {
      boolean free = true;
      for (int offset = 0; offset < 40 && free; offset++) {
        free = isFree(base + offset);
      }
      if (free) {
        return base;
      }
    }
    throw new IOException("no forty free ports in a row");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
