package io.timecoin.node.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.CliRun;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  private static final Txid TXID = Txid.parse("cd".repeat(32));
  private static final List<SigningKey> KEYS =
      IntStream.range(0, 7).mapToObj(VerifyCommandTest::key).toList();

  @TempDir private Path folder;
  private Genesis genesis;
  private Path genesisFile;

  private static SigningKey key(int i) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) (i + 1));
    return SigningKey.of(secret);
  }

  @BeforeEach
  void writeGenesis() throws IOException {
    List<Masternode> members =
        IntStream.range(0, 7)
            .mapToObj(
                i ->
                    new Masternode(
                        "node-" + (i + 1),
                        KEYS.get(i).publicKey(),
                        Hashes.addressOf(AddressVersion.TEST, KEYS.get(i).publicKey())))
            .toList();
    genesis =
        new Genesis(
            "test",
            Network.DEVNET,
            0,
            List.of(),
            new MasternodeSet(members),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Amount.ofTime(1),
            Genesis.DEFAULT_MIN_FEE,
            Amount.ofTime(1000),
            GenesisLimits.DEFAULT);
    genesisFile = Files.writeString(folder.resolve("genesis.json"), GenesisJson.pretty(genesis));
  }

  private SignedVote vote(SigningKey key, VotePhase phase) {
    VoteStatement statement = VoteStatement.approve(TXID, phase);
    return VoteSignatures.sign(key, genesis.hash(), List.of(statement)).getFirst();
  }

  private Stream<SignedVote> commits(int count) {
    return KEYS.stream().limit(count).map(key -> vote(key, VotePhase.COMMIT));
  }

  private CliRun verify(Stream<SignedVote> votes, Hash256 genesisHash, String... more)
      throws IOException {
    VoteCertificate.Finality certificate = new VoteCertificate.Finality(TXID, votes.toList());
    String text =
        new MessageCodec()
            .encodeText(new NetworkMessage.FinalityCertificate(certificate, genesisHash, null));
    Path file = Files.writeString(folder.resolve("certificate.json"), text);
    return CliRun.of(
        Stream.concat(
                Stream.of("verify", file.toString(), "--genesis", genesisFile.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void quorumOfCommitsIsProofAndItsVotersAreNamed() throws IOException {
    CliRun run = verify(commits(5), genesis.hash());
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains(TXID.toString()).contains("5 of 7, 5 needed");
    assertThat(run.out()).contains("node-1").contains("node-5").doesNotContain("node-6");
  }

  @Test
  void resultForProgramsIsOneLineOfJson() throws IOException {
    CliRun run = verify(commits(6), genesis.hash(), "--json");
    assertThat(run.lines()).hasSize(1);
    JsonNode result = new ObjectMapper().readTree(run.out());
    assertThat(result.path("ok").booleanValue()).isTrue();
    assertThat(result.path("votes").intValue()).isEqualTo(6);
    assertThat(result.path("quorum").intValue()).isEqualTo(5);
    assertThat(result.path("voters")).hasSize(6);
  }

  @Test
  void oneVoteShortOfTheQuorumProvesNothing() throws IOException {
    refused(verify(commits(4), genesis.hash()), "too_few_votes");
  }

  @Test
  void prepareVotesProveNothing() throws IOException {
    Stream<SignedVote> votes =
        Stream.concat(commits(4), Stream.of(vote(KEYS.get(4), VotePhase.PREPARE)));
    refused(verify(votes, genesis.hash()), "foreign_vote");
  }

  @Test
  void sameVoterCountsOnce() throws IOException {
    refused(verify(Stream.concat(commits(4), commits(1)), genesis.hash()), "repeated_voter");
  }

  @Test
  void strangersDoNotCount() throws IOException {
    Stream<SignedVote> votes = Stream.concat(commits(4), Stream.of(vote(key(9), VotePhase.COMMIT)));
    refused(verify(votes, genesis.hash()), "unknown_voter");
  }

  @Test
  void certificateOfAnotherNetworkIsRefused() throws IOException {
    refused(verify(commits(5), Hash256.of(new byte[32])), "wrong_genesis");
  }

  @Test
  void foreignSignatureIsRefused() throws IOException {
    SignedVote mine = vote(KEYS.get(4), VotePhase.COMMIT);
    SignedVote forged = new SignedVote(KEYS.get(5).publicKey(), mine.statement(), mine.proof());
    refused(verify(Stream.concat(commits(4), Stream.of(forged)), genesis.hash()), "bad_signature");
  }

  @Test
  void whatIsNoCertificateIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "{\"type\":\"Ping\",\"nonce\":1}");
    CliRun run = CliRun.of("verify", file.toString(), "--genesis", genesisFile.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no finality certificate");
  }

  private static void refused(CliRun run, String code) {
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(code);
  }
}
