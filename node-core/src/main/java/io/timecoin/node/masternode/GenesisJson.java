package io.timecoin.node.masternode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.tx.TxOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The genesis file as JSON. The canonical form is RFC 8785's: keys sorted, no white space, integers
 * up to 2^53−1 only; names need no escaping by construction.
 */
public final class GenesisJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private GenesisJson() {}

  /**
   * Reads a genesis file; unknown fields are refused, since the hash would not cover them.
   *
   * @throws IllegalArgumentException with the reason and the field
   */
  public static Genesis parse(String json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      Genesis genesis = genesis(root);
      if (!canonicalText(root).equals(canonical(genesis))) {
        throw new IllegalArgumentException("genesis file has a field that is not known");
      }
      return genesis;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("genesis file is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** RFC 8785 text, without a line break at the end. */
  public static String canonical(Genesis genesis) {
    return canonicalText(tree(genesis));
  }

  /** The same content, indented for people. */
  public static String pretty(Genesis genesis) {
    return tree(genesis).toPrettyString() + "\n";
  }

  private static Genesis genesis(JsonNode root) {
    JsonNode limits = field(root, "limits");
    return new Genesis(
        text(root, "chain_id"),
        Network.parse(text(root, "network")),
        number(root, "timestamp"),
        outputs(field(root, "initial_outputs")),
        masternodes(field(root, "masternodes")),
        Duration.ofMillis(number(root, "block_interval_ms")),
        Duration.ofMillis(number(root, "lock_lease_ms")),
        Amount.ofUnits(number(root, "block_reward")),
        Amount.ofUnits(number(root, "min_fee")),
        Amount.ofUnits(number(root, "supply_cap")),
        new GenesisLimits(
            Math.toIntExact(number(limits, "pending_max")),
            Math.toIntExact(number(limits, "orphans_max"))));
  }

  private static List<TxOutput> outputs(JsonNode array) {
    List<TxOutput> outputs = new ArrayList<>();
    for (JsonNode output : array) {
      outputs.add(
          new TxOutput(
              Amount.ofUnits(number(output, "amount")), Address.parse(text(output, "address"))));
    }
    return outputs;
  }

  private static MasternodeSet masternodes(JsonNode array) {
    List<Masternode> members = new ArrayList<>();
    for (JsonNode member : array) {
      members.add(
          new Masternode(
              text(member, "name"),
              PublicKey.parse(text(member, "public_key")),
              Address.parse(text(member, "address"))));
    }
    return new MasternodeSet(members);
  }

  private static JsonNode field(JsonNode parent, String name) {
    JsonNode value = parent.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("genesis file lacks " + name);
    }
    return value;
  }

  private static String text(JsonNode parent, String name) {
    JsonNode value = field(parent, name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("genesis file: " + name + " must be a text");
    }
    return value.textValue();
  }

  private static long number(JsonNode parent, String name) {
    JsonNode value = field(parent, name);
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    if (!fits || value.longValue() < 0 || value.longValue() > Genesis.NUMBER_MAX) {
      throw new IllegalArgumentException(
          "genesis file: " + name + " must be an integer from 0 to 2^53-1");
    }
    return value.longValue();
  }

  private static ObjectNode tree(Genesis genesis) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("chain_id", genesis.chainId()).put("network", genesis.network().wireName());
    root.put("timestamp", genesis.timestamp());
    root.put("block_interval_ms", genesis.blockInterval().toMillis());
    root.put("lock_lease_ms", genesis.lockLease().toMillis());
    root.put("block_reward", genesis.blockReward().units());
    root.put("min_fee", genesis.minFee().units());
    root.put("supply_cap", genesis.supplyCap().units());
    root.putObject("limits")
        .put("pending_max", genesis.limits().pendingMax())
        .put("orphans_max", genesis.limits().orphansMax());
    ArrayNode outputs = root.putArray("initial_outputs");
    for (TxOutput output : genesis.initialOutputs()) {
      outputs
          .addObject()
          .put("amount", output.amount().units())
          .put("address", output.address().toString());
    }
    ArrayNode members = root.putArray("masternodes");
    for (Masternode member : genesis.masternodes().members()) {
      members
          .addObject()
          .put("name", member.name())
          .put("public_key", member.publicKey().toString())
          .put("address", member.rewardAddress().toString());
    }
    return root;
  }

  private static String canonicalText(JsonNode node) {
    if (node.isObject()) {
      Map<String, String> fields = new TreeMap<>();
      node.properties().forEach(e -> fields.put(e.getKey(), canonicalText(e.getValue())));
      List<String> parts = new ArrayList<>();
      fields.forEach((key, value) -> parts.add('"' + key + "\":" + value));
      return "{" + String.join(",", parts) + "}";
    }
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(element -> parts.add(canonicalText(element)));
      return "[" + String.join(",", parts) + "]";
    }
    return node.toString();
  }
}
