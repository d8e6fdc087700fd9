package io.timecoin.app.main;

import io.timecoin.app.client.NodeClient;
import io.timecoin.app.vm.network.OperatorPort;
import java.time.Duration;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/** An operator's commands to the node of a desk. Without a token none is sent. FX thread. */
final class Operator implements OperatorPort, AutoCloseable {

  private static final int KEY_CHARS = 64;

  private final NodeClient client;
  private final String token;
  private final Timeline asking = everySecond(this::ask);
  private final Timeline measuring = everySecond(() -> tell("figures", Map.of()));

  /** For a node whose admin token that is, or empty for somebody else's node. */
  Operator(NodeClient client, String token) {
    this.client = client;
    this.token = token;
  }

  private static Timeline everySecond(Runnable task) {
    Timeline timeline =
        new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> task.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
    return timeline;
  }

  /** From now on the node is asked for its figures, which are kept for a day. */
  void open() {
    if (allowed()) {
      measuring.play();
    }
  }

  @Override
  public boolean allowed() {
    return !token.isEmpty();
  }

  @Override
  public void follow(boolean on) {
    if (on && allowed()) {
      ask();
      asking.play();
    } else {
      asking.stop();
    }
  }

  private void ask() {
    tell("peers", Map.of());
    tell("bans", Map.of());
  }

  @Override
  public void ban(String publicKey, Duration duration, String reason) {
    tell(
        "ban",
        Map.of(
            "public_key", publicKey,
            "seconds", String.valueOf(duration.toSeconds()),
            "reason", reason));
    ask();
  }

  @Override
  public void unban(String culprit) {
    boolean key = culprit.length() == KEY_CHARS;
    tell("unban", Map.of(key ? "public_key" : "ip", culprit));
    ask();
  }

  private void tell(String command, Map<String, String> arguments) {
    if (allowed()) {
      client.operate(token, command, arguments);
    }
  }

  @Override
  public void close() {
    asking.stop();
    measuring.stop();
  }
}
