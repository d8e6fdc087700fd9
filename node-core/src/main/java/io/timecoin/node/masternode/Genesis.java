package io.timecoin.node.masternode;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.tx.Coinbase;
import io.timecoin.node.tx.TransactionRules;
import io.timecoin.node.tx.TxOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * What a network starts from; the same file on every node. Its hash is in every handshake and under
 * every signature. Source: protocol.md 1.
 *
 * @param chainId name of the chain, for people
 * @param timestamp seconds since 1970
 * @param initialOutputs money that exists from the start
 * @param blockInterval time between blocks
 * @param lockLease how long a contested transaction may hold its locks before its release starts
 * @param blockReward new money a block, shared by the set
 * @param minFee least fee of a transaction
 * @param supplyCap no transaction may pay out more
 */
public record Genesis(
    String chainId,
    Network network,
    long timestamp,
    List<TxOutput> initialOutputs,
    MasternodeSet masternodes,
    Duration blockInterval,
    Duration lockLease,
    Amount blockReward,
    Amount minFee,
    Amount supplyCap,
    GenesisLimits limits) {
  /** Least fee unless the genesis file says otherwise: 1 000 units. */
  public static final Amount DEFAULT_MIN_FEE = Amount.ofUnits(1_000);

  private static final int CHAIN_ID_MAX = 60;

  /** Largest integer that RFC 8785's number form keeps exact: 2^53−1. */
  static final long NUMBER_MAX = (1L << 53) - 1;

  /** Refuses what no node could agree on or write canonically. */
  public Genesis {
    initialOutputs = List.copyOf(initialOutputs);
    if (!PlainText.fits(chainId, CHAIN_ID_MAX)) {
      throw new IllegalArgumentException(
          "chain_id must be 1 to " + CHAIN_ID_MAX + " letters, digits, spaces or . _ -");
    }
    if (blockInterval.toMillis() < 1 || lockLease.toMillis() < 1) {
      throw new IllegalArgumentException("block interval and lock lease must be at least 1 ms");
    }
    if (timestamp < 0 || timestamp > NUMBER_MAX || supplyCap.units() > NUMBER_MAX) {
      throw new IllegalArgumentException("timestamp and supply cap must be 0 to 2^53-1");
    }
    requireWithin(supplyCap, initialOutputs, blockReward, minFee);
    requireNetwork(network, initialOutputs, masternodes);
  }

  private static void requireWithin(
      Amount cap, List<TxOutput> outputs, Amount reward, Amount minFee) {
    Amount sum = outputs.stream().map(TxOutput::amount).reduce(Amount.ZERO, Amount::plus);
    if (sum.compareTo(cap) > 0 || reward.compareTo(cap) > 0 || minFee.compareTo(cap) > 0) {
      throw new IllegalArgumentException(
          "initial outputs, block reward and min_fee must stay within the supply cap");
    }
  }

  private static void requireNetwork(
      Network network, List<TxOutput> outputs, MasternodeSet masternodes) {
    boolean fits =
        outputs.stream().allMatch(output -> output.address().belongsTo(network))
            && masternodes.members().stream().allMatch(m -> m.rewardAddress().belongsTo(network));
    if (!fits) {
      throw new IllegalArgumentException(
          "every address of the genesis file must belong to " + network.wireName());
    }
  }

  /** SHA3-256 of the canonical JSON (RFC 8785, UTF-8); computed anew on each call. */
  public Hash256 hash() {
    return Hash256.of(Hashes.sha3(GenesisJson.canonical(this).getBytes(StandardCharsets.UTF_8)));
  }

  /** The initial outputs as the coinbase of height 0, which gives them their outpoints. */
  public Coinbase coinbase() {
    return new Coinbase(0, timestamp, initialOutputs);
  }

  /** The stateless rules of this network's transactions. */
  public TransactionRules transactionRules() {
    return new TransactionRules(network, hash(), supplyCap);
  }
}
