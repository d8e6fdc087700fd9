package io.timecoin.node.devnet;

import io.timecoin.node.base.Hex;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.runtime.config.ConfigException;
import io.timecoin.node.runtime.config.ConfigKey;
import io.timecoin.node.runtime.config.NodeConfig;
import io.timecoin.node.runtime.config.NodeConfigLoader;
import io.timecoin.node.runtime.keys.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The settings of a devnet's nodes: everything on loopback, everyone knows everyone. */
record NodeConfigs(DevnetFolder folder, List<DevnetPorts> ports, Devnet.Settings network) {
  private static final String LOOPBACK = "127.0.0.1";

  private Map<String, String> settings(int node) {
    SigningKey key = folder.secrets().nodes().get(node);
    String seeds =
        IntStream.range(0, ports.size())
            .filter(other -> other != node)
            .map(other -> network.wiring().dial(node, other, ports.get(other).p2p()))
            .mapToObj(port -> LOOPBACK + ":" + port)
            .collect(Collectors.joining(","));
    Map<String, String> settings = new LinkedHashMap<>(network.everyNode());
    settings.put(ConfigKey.NETWORK.key(), Network.DEVNET.wireName());
    settings.put(ConfigKey.GENESIS.key(), folder.genesisFile().toString());
    settings.put(ConfigKey.DATA_DIR.key(), folder.nodeFolder(node).toString());
    settings.put(ConfigKey.KEY_HEX.key(), Hex.encode(key.secretBytes()));
    settings.put(ConfigKey.P2P_BIND.key(), LOOPBACK);
    settings.put(ConfigKey.P2P_PORT.key(), String.valueOf(ports.get(node).p2p()));
    settings.put(ConfigKey.P2P_SEEDS.key(), seeds);
    settings.put(ConfigKey.WS_BIND.key(), LOOPBACK);
    settings.put(ConfigKey.WS_PORT.key(), String.valueOf(ports.get(node).webSocket()));
    settings.put(ConfigKey.METRICS_PORT.key(), String.valueOf(ports.get(node).metrics()));
    return settings;
  }

  /** For a node in this process. */
  NodeConfig config(int node) throws IOException {
    try {
      return NodeConfigLoader.load(settings(node), Map.of(), null).config();
    } catch (ConfigException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** For a node in its own process; written anew, since ports may have changed. */
  Path file(int node) throws IOException {
    Map<String, String> settings = settings(node);
    settings.put(ConfigKey.STOP_WITH_STDIN.key(), "true");
    String lines =
        settings.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
            .collect(Collectors.joining());
    Path file = folder.nodeFolder(node).resolve("node.conf");
    Files.deleteIfExists(file);
    OwnerOnlyFile.create(file, lines);
    return file;
  }
}
