package io.timecoin.node.runtime.intake;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.p2p.PeerManager;
import io.timecoin.node.p2p.link.LinkFaults;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers the operator's commands: {@code peers}, {@code bans}, {@code ban}, {@code unban}, {@code
 * diagnostics}, {@code figures}, and on a demo network {@code faults}, {@code fault}, {@code heal}.
 * Only with the node's token, and only where nobody else can listen.
 */
public final class AdminDesk {
  private static final Duration BAN_DEFAULT = Duration.ofHours(24);
  private static final long BAN_SECONDS_MAX = Duration.ofDays(365).toSeconds();
  private static final long DELAY_MS_MAX = 60_000;

  private final AdminToken token;
  private final Access access;
  private final AdminRows rows;
  private final PeerManager peers;
  private final BiConsumer<ClientId, NetworkMessage> answer;

  /**
   * What is allowed here.
   *
   * @param loopback whether only this machine's programs can connect
   * @param faults whether links may be made faulty
   */
  public record Access(boolean loopback, boolean faults) {}

  /** Answers by {@code answer}; commands may come on any thread. */
  public AdminDesk(
      AdminToken token,
      Access access,
      AdminRows rows,
      BiConsumer<ClientId, NetworkMessage> answer) {
    this.token = token;
    this.access = access;
    this.rows = rows;
    this.peers = rows.peers();
    this.answer = answer;
  }

  /** Does what is asked, or says why not. */
  Optional<NetworkMessage.Error> handle(ClientId client, NetworkMessage.Admin command) {
    if (!access.loopback() || !token.matches(command.token())) {
      return refused(
          ErrorCode.FORBIDDEN, "admin commands need the node's token, on loopback", command);
    }
    try {
      List<Map<String, String>> found = run(command.command(), new Arguments(command.arguments()));
      answer.accept(
          client, new NetworkMessage.AdminResult(command.command(), found, command.requestId()));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return refused(ErrorCode.MALFORMED, String.valueOf(e.getMessage()), command);
    } catch (UnsupportedOperationException e) {
      return refused(ErrorCode.UNSUPPORTED, String.valueOf(e.getMessage()), command);
    }
  }

  private static Optional<NetworkMessage.Error> refused(
      ErrorCode code, String reason, NetworkMessage.Admin command) {
    return Optional.of(new NetworkMessage.Error(code, reason, command.requestId()));
  }

  private List<Map<String, String>> run(String command, Arguments arguments) {
    return switch (command) {
      case "peers" -> rows.ofPeers();
      case "bans" -> rows.ofBans();
      case "ban" -> ban(arguments);
      case "unban" -> List.of(Map.of("unbanned", String.valueOf(unban(arguments))));
      case "diagnostics" -> List.of(rows.ofCounters());
      case "figures" -> List.of(rows.ofFigures());
      case "faults" -> faultRows();
      case "fault" -> fault(arguments);
      case "heal" -> heal(arguments);
      default ->
          throw new UnsupportedOperationException("there is no admin command \"" + command + "\"");
    };
  }

  private List<Map<String, String>> ban(Arguments arguments) {
    Duration duration =
        Duration.ofSeconds(arguments.number("seconds", BAN_DEFAULT.toSeconds(), BAN_SECONDS_MAX));
    String reason = arguments.text("reason", "banned by the operator");
    PublicKey key = arguments.key("public_key");
    if (key != null) {
      peers.ban(key, duration, reason);
    } else {
      peers.ban(arguments.required("ip"), duration, reason);
    }
    return rows.ofBans();
  }

  private boolean unban(Arguments arguments) {
    PublicKey key = arguments.key("public_key");
    return key != null ? peers.unban(key) : peers.unban(arguments.required("ip"));
  }

  private LinkFaults faults() {
    if (!access.faults()) {
      throw new UnsupportedOperationException("links can be made faulty on a devnet only");
    }
    return peers.faults();
  }

  private List<Map<String, String>> faultRows() {
    List<Map<String, String>> rows = new ArrayList<>();
    new TreeMap<>(faults().all())
        .forEach(
            (peer, fault) ->
                rows.add(
                    Map.of(
                        "public_key", peer.toString(),
                        "delay_ms", String.valueOf(fault.delay().toMillis()),
                        "loss", String.valueOf(fault.loss()),
                        "blocked", String.valueOf(fault.blocked()))));
    return rows;
  }

  private List<Map<String, String>> fault(Arguments arguments) {
    PublicKey peer = PublicKey.parse(arguments.required("public_key"));
    faults()
        .set(
            peer,
            new LinkFaults.Fault(
                Duration.ofMillis(arguments.number("delay_ms", 0, DELAY_MS_MAX)),
                arguments.share("loss"),
                arguments.text("blocked", "false").equals("true")));
    return faultRows();
  }

  private List<Map<String, String>> heal(Arguments arguments) {
    PublicKey peer = arguments.key("public_key");
    if (peer == null) {
      faults().healAll();
    } else {
      faults().heal(peer);
    }
    return faultRows();
  }

  /** Reads a command's arguments; what is wrong with one is said in the answer. */
  private record Arguments(Map<String, String> values) {
    String text(String name, String otherwise) {
      return values.getOrDefault(name, otherwise);
    }

    String required(String name) {
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("the argument " + name + " is missing");
      }
      return value;
    }

    @Nullable PublicKey key(String name) {
      String value = values.get(name);
      return value == null ? null : PublicKey.parse(value);
    }

    long number(String name, long otherwise, long max) {
      String value = values.get(name);
      if (value == null) {
        return otherwise;
      }
      if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) > max) {
        throw new IllegalArgumentException(name + " must be a number from 0 to " + max);
      }
      return Long.parseLong(value);
    }

    double share(String name) {
      String value = values.getOrDefault(name, "0");
      if (!value.matches("0|1|0?\\.[0-9]{1,9}")) {
        throw new IllegalArgumentException(name + " must be a number from 0 to 1");
      }
      return Double.parseDouble(value);
    }
  }
}
