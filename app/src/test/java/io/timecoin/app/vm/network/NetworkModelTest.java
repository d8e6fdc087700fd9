package io.timecoin.app.vm.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.timecoin.app.vm.Told;
import io.timecoin.app.vm.network.NetworkModel.Absence;
import io.timecoin.app.vm.network.NetworkModel.Member;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NetworkModelTest {

  private static final String KEY = new PublicKey(8, 0, 0, 0).toString();

  private final List<String> asked = new ArrayList<>();
  private final NetworkModel model = new NetworkModel(new RecordingPort());
  private final Told told = new Told().heard(Told.report(1, 2), 1_000);

  private final class RecordingPort implements OperatorPort {
    @Override
    public boolean allowed() {
      return true;
    }

    @Override
    public void follow(boolean on) {
      asked.add("follow " + on);
    }

    @Override
    public void ban(String publicKey, Duration duration, String reason) {
      asked.add("ban " + publicKey + " " + duration + " " + reason);
    }

    @Override
    public void unban(String culprit) {
      asked.add("unban " + culprit);
    }
  }

  private static Map<String, String> peer(String id, long bytesIn) {
    return Map.ofEntries(
        Map.entry("id", id),
        Map.entry("public_key", KEY),
        Map.entry("masternode", "true"),
        Map.entry("direction", "inbound"),
        Map.entry("address", "127.0.0.1:5000"),
        Map.entry("ping_ms", "0.25"),
        Map.entry("bytes_in", String.valueOf(bytesIn)),
        Map.entry("bytes_out", "500"),
        Map.entry("score", "3"),
        Map.entry("version", "1"),
        Map.entry("connected_since", "2026-11-27T10:00:00Z"));
  }

  private void answered(String command, List<Map<String, String>> rows, long now) {
    told.heard(new NetworkMessage.AdminResult(command, rows, "admin"), now);
    model.show(told.state(), now);
  }

  @Test
  void absentMasternodesAreNamedWithTheReason() {
    model.show(told.state(), 1_000);
    assertThat(model.members())
        .extracting(Member::name, Member::absence)
        .containsExactly(tuple("node-1", Absence.NONE), tuple("node-2", Absence.NOT_CONNECTED));
  }

  @Test
  void peersKeepTheirLineAndTheRateIsOfTheLastTwoAnswers() {
    answered("peers", List.of(peer("1", 1_000), peer("2", 1_000)), 1_000_000);
    PeerLine first = model.peers().getFirst();
    assertThat(first.numbersProperty().get().name()).isEqualTo("node-2");
    assertThat(first.numbersProperty().get().pingMillis()).hasValue(0.25);
    assertThat(first.numbersProperty().get().inbound()).isTrue();
    answered("peers", List.of(peer("1", 3_000)), 2_000_000);
    assertThat(model.peers()).containsExactly(first);
    assertThat(first.numbersProperty().get().bytesPerSecond()).isEqualTo(2_000);
  }

  @Test
  void rowsOfAnotherVersionAreShownAsFarAsTheyAreUnderstood() {
    answered("peers", List.of(Map.of("id", "7", "ping_ms", "soon", "bytes_in", "many")), 1);
    PeerLine.Numbers numbers = model.peers().getFirst().numbersProperty().get();
    assertThat(numbers.pingMillis()).isEmpty();
    assertThat(numbers.sinceMillis()).isEqualTo(OptionalLong.empty());
    assertThat(numbers.bytesIn()).isZero();
  }

  @Test
  void bansAreNamedAndTakenBack() {
    model.show(told.state(), 1_000);
    answered(
        "bans",
        List.of(Map.of("culprit", KEY, "reason", "spam", "until", "2026-11-28T10:00:00Z")),
        1_000);
    assertThat(model.bans())
        .containsExactly(
            new NetworkModel.BanLine(KEY, "node-2", "spam", OptionalLong.of(1_795_860_000_000L)));
    model.unban(KEY);
    assertThat(asked).containsExactly("unban " + KEY);
    answered("unban", List.of(), 2_000);
    assertThat(model.bans()).hasSize(1); // until the list itself says so
  }

  @Test
  void refusedCommandSaysWhyUntilTheNextAnswer() {
    told.heard(new NetworkMessage.Error(ErrorCode.FORBIDDEN, "no token", "admin"), 1_000);
    model.show(told.state(), 1_000);
    assertThat(model.refusalProperty().get()).isEqualTo("no token");
    answered("bans", List.of(), 2_000);
    assertThat(model.refusalProperty().get()).isEmpty();
  }

  @Test
  void nodeIsAskedOnlyWhilePageIsShown() {
    model.follow(true);
    model.follow(false);
    assertThat(asked).containsExactly("follow true", "follow false");
  }
}
