package io.timecoin.node.devnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.Hex;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.runtime.keys.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The secret keys of a devnet, open in one file that only its owner reads: play money, and tools
 * need the keys.
 *
 * @param nodes in order of the nodes' indexes
 * @param wallets in order
 */
record DevnetSecrets(List<SigningKey> nodes, List<SigningKey> wallets) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static DevnetSecrets draw(int nodes, int wallets) {
    SecureRandom random = new SecureRandom();
    return new DevnetSecrets(keys(nodes, random), keys(wallets, random));
  }

  private static List<SigningKey> keys(int count, SecureRandom random) {
    List<SigningKey> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(SigningKey.generate(random));
    }
    return List.copyOf(keys);
  }

  static DevnetSecrets read(Path file) throws IOException {
    try {
      JsonNode root = MAPPER.readTree(Files.readString(file));
      return new DevnetSecrets(keys(root.path("nodes")), keys(root.path("wallets")));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static List<SigningKey> keys(JsonNode array) {
    List<SigningKey> keys = new ArrayList<>();
    for (JsonNode key : array) {
      keys.add(SigningKey.of(Hex.decode("secret key", key.asText(), SigningKey.SECRET_BYTES)));
    }
    return List.copyOf(keys);
  }

  void write(Path file) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    put(root.putArray("nodes"), nodes);
    put(root.putArray("wallets"), wallets);
    OwnerOnlyFile.create(file, root.toPrettyString() + "\n");
  }

  private static void put(ArrayNode array, List<SigningKey> keys) {
    keys.forEach(key -> array.add(Hex.encode(key.secretBytes())));
  }
}
