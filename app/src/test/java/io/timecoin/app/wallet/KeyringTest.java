package io.timecoin.app.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.app.wallet.keys.AccountKeys;
import io.timecoin.app.wallet.keys.ChainPosition;
import io.timecoin.app.wallet.keys.KeyChain;
import io.timecoin.app.wallet.keys.KeyPath;
import io.timecoin.app.wallet.keys.Positions;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyringTest {

  private static final int GAP = ChainPosition.GAP;
  private static final Hash256 GENESIS = Hash256.of(new byte[32]);

  private final AccountKeys keys = AccountKeys.of(Network.DEVNET, new byte[64], 0);
  private final List<Address> receive = keys.addresses(KeyChain.RECEIVE, 100);
  private final List<Address> change = keys.addresses(KeyChain.CHANGE, 100);
  private final Keyring ring =
      Keyring.empty(Network.DEVNET)
          .withAccount(AccountKeys.of(Network.DEVNET, new byte[64], 0), Positions.START);

  private static SigningKey key(int seed) {
    byte[] secret = new byte[32];
    secret[0] = (byte) seed;
    return SigningKey.of(secret);
  }

  private static Address addressOf(Network network, int seed) {
    return Wallet.of(network, key(seed)).address();
  }

  @Test
  void newWalletWatchesTheGapOnBothChains() {
    assertThat(ring.addresses())
        .hasSize(2 * GAP)
        .startsWith(receive.getFirst(), receive.get(1))
        .endsWith(change.get(GAP - 1));
    assertThat(ring.receiveAddress()).isEqualTo(receive.getFirst());
    assertThat(ring.changeAddress()).isEqualTo(change.getFirst());
  }

  @Test
  void paidAddressIsNotHandedOutAgainAndTheGapMovesAlong() {
    Keyring later = ring.paid(List.of(receive.get(4), change.getFirst()));
    assertThat(later.receiveAddress()).isEqualTo(receive.get(5));
    assertThat(later.changeAddress()).isEqualTo(change.get(1));
    assertThat(later.addresses())
        .hasSize(5 + GAP + 1 + GAP)
        .contains(receive.get(4 + GAP), change.get(GAP))
        .doesNotContain(receive.get(5 + GAP));
    assertThat(later.positions().receive()).isEqualTo(new ChainPosition(5, 5));
  }

  @Test
  void whatIsPaidAgainOrForSomebodyElseChangesNothing() {
    Keyring later = ring.paid(List.of(receive.get(4)));
    assertThat(later.paid(List.of(receive.get(4), receive.get(2)))).isSameAs(later);
    assertThat(later.paid(List.of(addressOf(Network.DEVNET, 9)))).isSameAs(later);
  }

  @Test
  void freshAddressesEndWhereTheWordsWouldNotFindThemAgain() {
    Keyring now = ring.paid(List.of(receive.getFirst()));
    HashSet<Address> handedOut = new HashSet<>(List.of(now.receiveAddress()));
    for (Optional<Keyring> next = now.fresh(); next.isPresent(); next = now.fresh()) {
      now = next.get();
      handedOut.add(now.receiveAddress());
    }
    assertThat(handedOut).hasSize(GAP).contains(receive.get(GAP));
    Keyring restored = ring.paid(List.of(receive.getFirst()));
    assertThat(restored.addresses()).containsAll(handedOut);
    assertThat(now.paid(List.of(receive.get(1))).fresh()).isPresent();
  }

  @Test
  void reopenedWalletGoesOnWhereItWas() {
    Keyring later = ring.paid(List.of(receive.get(4))).fresh().orElseThrow();
    Keyring reopened = Keyring.empty(Network.DEVNET).withAccount(keys, later.positions());
    assertThat(reopened.receiveAddress()).isEqualTo(receive.get(6));
    assertThat(reopened.addresses()).isEqualTo(later.addresses());
  }

  @Test
  void importedKeySignsAndWatchedAddressDoesNot() {
    Address single = addressOf(Network.DEVNET, 1);
    Address watched = addressOf(Network.DEVNET, 2);
    Keyring all = ring.withKey(key(1)).withWatched(watched);

    assertThat(all.addresses()).hasSize(2 * GAP + 2).endsWith(single, watched);
    assertThat(all.canSign(single)).isTrue();
    assertThat(all.signerOf(single).orElseThrow().publicKey()).isEqualTo(key(1).publicKey());
    assertThat(all.canSign(watched)).isFalse();
    assertThat(all.signerOf(watched)).isEmpty();
    assertThat(all.pathOf(single)).isEmpty();
    assertThat(all.pathOf(change.get(3)))
        .contains(KeyPath.of(Network.DEVNET, 0, KeyChain.CHANGE, 3));
    assertThat(all.canSign(change.get(3))).isTrue();
  }

  @Test
  void withoutWordsTheSingleKeyIsPaidAndTakesTheChange() {
    Keyring single = Keyring.empty(Network.DEVNET).withKey(key(1));
    assertThat(single.receiveAddress()).isEqualTo(addressOf(Network.DEVNET, 1));
    assertThat(single.changeAddress()).isEqualTo(addressOf(Network.DEVNET, 1));
    assertThat(single.fresh()).isEmpty();
    assertThat(single.paid(single.addresses())).isSameAs(single);
  }

  @Test
  void emptyKeyringHasNoAddress() {
    assertThatThrownBy(Keyring.empty(Network.DEVNET)::receiveAddress)
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void addressesOfAnotherNetworkAreRefused() {
    Address real = addressOf(Network.MAINNET, 1);
    assertThatThrownBy(() -> ring.withWatched(real)).hasMessageContaining("devnet");
    Keyring main = Keyring.empty(Network.MAINNET);
    assertThatThrownBy(() -> main.withAccount(keys, Positions.START))
        .hasMessageContaining("devnet");
  }

  @Test
  void lockedWalletIsWatchedButSignsNothing() {
    Keyring all = ring.withKey(key(1));
    List<Address> before = all.addresses();
    all.close();
    assertThat(all.addresses()).isEqualTo(before);
    assertThat(before).noneMatch(all::canSign);
    assertThat(all.signerOf(before.getFirst())).isEmpty();
    assertThat(all.signerOf(before.getLast())).isEmpty();
    assertThat(all.fresh()).isEmpty();
  }

  @Test
  void lockedWalletNotesPaymentsToTheEndOfWhatItKnows() {
    ring.close();
    assertThat(ring.paid(List.of(receive.get(3))).receiveAddress()).isEqualTo(receive.get(4));
    Keyring end = ring.paid(List.of(receive.get(GAP - 1)));
    assertThat(end.receiveAddress()).isEqualTo(receive.get(GAP - 1));
    assertThat(end.positions().receive().used()).isEqualTo(GAP);
  }

  @Test
  void allAddressesOfTheLargestWalletFitOneSubscription() {
    assertThat(2 * AccountKeys.ADDRESSES_MAX + Keyring.IMPORTED_MAX + Keyring.WATCHED_MAX)
        .isLessThanOrEqualTo(FrameLimits.SUBSCRIPTION_ENTRIES_MAX);
  }

  @Test
  void moreKeysThanFitAreRefused() {
    Keyring full = Keyring.empty(Network.DEVNET);
    for (int i = 0; i < Keyring.WATCHED_MAX; i++) {
      full = full.withWatched(Address.of(Network.DEVNET.addressVersion(), hash(i)));
    }
    Keyring atMost = full;
    assertThatThrownBy(() -> atMost.withWatched(receive.getFirst()))
        .hasMessageContaining("at most 1000");
    assertThat(atMost.withWatched(atMost.receiveAddress()).addresses()).hasSize(1_000);
  }

  private static byte[] hash(int number) {
    byte[] hash = new byte[Address.HASH_BYTES];
    hash[0] = (byte) number;
    hash[1] = (byte) (number >> Byte.SIZE);
    return hash;
  }

  @Test
  void coinsOfSeveralAddressesAreSignedEachByItsKey() {
    Address single = addressOf(Network.DEVNET, 1);
    Keyring all = ring.withKey(key(1));
    Payment payment = payment(receive.get(2), change.get(7), single, single);
    Transaction transaction =
        ((Keyring.Signed) all.sign(GENESIS, payment, 1_800_000_000)).transaction();

    assertThat(
            new TransactionRules(Network.DEVNET, GENESIS, Amount.ofTime(1_000)).check(transaction))
        .isEmpty();
    assertThat(transaction.inputs())
        .extracting(input -> Addresses.of(input.publicKey(), single))
        .containsExactly(receive.get(2), change.get(7), single, single);
    assertThat(transaction.outputs()).isEqualTo(payment.outputs());
  }

  @Test
  void addressesWithoutAKeyAreNamedInsteadOfSigning() {
    Address watched = addressOf(Network.DEVNET, 2);
    Payment payment = payment(receive.getFirst(), watched);
    assertThat(ring.withWatched(watched).sign(GENESIS, payment, 1))
        .isEqualTo(new Keyring.MissingKeys(new TreeSet<>(Set.of(watched))));
    ring.close();
    assertThat(ring.sign(GENESIS, payment, 1))
        .isEqualTo(new Keyring.MissingKeys(new TreeSet<>(Set.of(watched, receive.getFirst()))));
  }

  /** One coin of 10 TIME at each address; all but the fee comes back. */
  private Payment payment(Address... owners) {
    List<OwnCoin> coins =
        IntStream.range(0, owners.length)
            .mapToObj(
                i ->
                    new OwnCoin(
                        new OutPoint(new Txid(0, 0, 0, 1), i), Amount.ofTime(10), owners[i]))
            .toList();
    Recipient bob = new Recipient(addressOf(Network.DEVNET, 9), Amount.ofTime(5));
    Amount fee = Amount.ofUnits(1_000);
    return new Payment(
        coins,
        List.of(bob),
        ring.changeAddress(),
        Amount.ofTime(10L * owners.length - 5).minus(fee),
        fee);
  }

  @Test
  void neitherSecretsNorAddressesArePrinted() {
    assertThat(ring.withKey(key(1))).hasToString("Keyring(devnet, 41 addresses, 1 imported keys)");
  }
}
