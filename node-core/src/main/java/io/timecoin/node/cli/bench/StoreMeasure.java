package io.timecoin.node.cli.bench;

import io.timecoin.node.base.Hex;
import io.timecoin.node.cli.client.NodeConnection;
import io.timecoin.node.cli.console.ScratchFolder;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.runtime.FolderSize;
import io.timecoin.node.runtime.MasternodeNode;
import io.timecoin.node.runtime.config.NodeConfig;
import io.timecoin.node.runtime.config.NodeConfigLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A node with a million unspent outputs: from its start until a wallet has its status, the disk
 * space of an output, and the memory that is in use when it has started. The node runs in this
 * process; starting the virtual machine is not counted.
 */
final class StoreMeasure implements Measure {
  private static final int ROUNDS = 5;
  private static final double RESTART_GOAL_S = 3;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "store";
  }

  @Override
  public List<Figure> run(boolean quick, Consumer<String> progress) throws Exception {
    int utxos = quick ? 200_000 : 1_000_000;
    try (ScratchFolder scratch = ScratchFolder.create()) {
      Path folder = scratch.path();
      NodeConfig config;
      long held;
      try (ChainMaker maker = ChainMaker.make(folder, utxos, progress)) {
        held = maker.utxos();
        config = config(folder, maker);
      }
      double bytes = (double) FolderSize.bytes(folder) / held;
      double[] seconds = new double[ROUNDS];
      double[] megabytes = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        seconds[round] = restart(config, megabytes, round);
      }
      String size = held >= 1_000_000 ? "1000000" : String.valueOf(utxos);
      return List.of(
          Figure.cost("restart_" + size + "_utxos", "s", RESTART_GOAL_S, seconds),
          Figure.cost("disk_bytes_per_utxo", "bytes", null, bytes),
          Figure.cost("heap_after_restart", "MB", null, megabytes));
    }
  }

  private static NodeConfig config(Path folder, ChainMaker maker) throws Exception {
    Path genesis = folder.resolve("genesis.json");
    Files.writeString(genesis, GenesisJson.pretty(maker.genesis()));
    return NodeConfigLoader.load(
            Map.of(
                "network", "devnet",
                "genesis", genesis.toString(),
                "data-dir", folder.toString(),
                "key-hex", Hex.encode(maker.key().secretBytes()),
                "p2p-bind", "127.0.0.1",
                "p2p-port", "0",
                "ws-port", "0",
                "metrics-port", "off"),
            Map.of(),
            null)
        .config();
  }

  private static double restart(NodeConfig config, double[] megabytes, int round) throws Exception {
    long begin = System.nanoTime();
    try (MasternodeNode node = new MasternodeNode(config)) {
      node.start();
      try (NodeConnection wallet = NodeConnection.open(node.webSocketUri(), TIMEOUT)) {
        wallet.ask(NetworkMessage.GetStatus::new, NetworkMessage.NodeStatus.class, TIMEOUT);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.gc(); // the measure is what is needed, not what is left over
      Runtime runtime = Runtime.getRuntime();
      megabytes[round] = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
      return seconds;
    }
  }
}
