package io.timecoin.app.wallet.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountKeysTest {

  private static final byte[] SEED = new byte[64];

  private static AccountKeys keys(Network network, int account) {
    return AccountKeys.of(network, SEED, account);
  }

  @Test
  void addressIsThatOfTheKeyAtThePath() {
    SigningKey expected =
        ExtendedKey.master(SEED).child(44).child(1).child(3).child(1).child(7).signingKey();
    AccountKeys keys = keys(Network.DEVNET, 3);
    Address address = keys.addresses(KeyChain.CHANGE, 8).get(7);

    assertThat(address)
        .isEqualTo(Hashes.addressOf(Network.DEVNET.addressVersion(), expected.publicKey()));
    assertThat(keys.keyOf(address).orElseThrow().publicKey()).isEqualTo(expected.publicKey());
    assertThat(keys.pathOf(address)).contains(new KeyPath(1, 3, KeyChain.CHANGE, 7));
    assertThat(keys.pathOf(address).orElseThrow()).hasToString("m/44'/1'/3'/1'/7'");
  }

  @Test
  void mainnetHasTheCoinZeroAndTestNetworksShareOne() {
    assertThat(KeyPath.of(Network.MAINNET, 0, KeyChain.RECEIVE, 5))
        .hasToString("m/44'/0'/0'/0'/5'");
    assertThat(KeyPath.coinOf(Network.TESTNET)).isEqualTo(1);
    assertThat(KeyPath.coinOf(Network.DEVNET)).isEqualTo(1);
  }

  @Test
  void noAddressComesTwice() {
    Set<Address> all = new HashSet<>();
    for (int account = 0; account < 2; account++) {
      for (KeyChain chain : KeyChain.values()) {
        all.addAll(keys(Network.DEVNET, account).addresses(chain, 25));
        all.addAll(keys(Network.MAINNET, account).addresses(chain, 25));
      }
    }
    assertThat(all).hasSize(2 * 2 * 2 * 25);
  }

  @Test
  void clearedKeysAreStillWatchedButSignNothing() {
    AccountKeys keys = keys(Network.DEVNET, 0);
    List<Address> before = keys.addresses(KeyChain.RECEIVE, 3);
    assertThat(keys.hasKeyOf(before.getFirst())).isTrue();
    keys.close();
    assertThat(keys.addresses(KeyChain.RECEIVE, 5)).isEqualTo(before);
    assertThat(keys.pathOf(before.getFirst())).isPresent();
    assertThat(keys.keyOf(before.getFirst())).isEmpty();
    assertThat(keys.hasKeyOf(before.getFirst())).isFalse();
  }

  @Test
  void strangersHaveNeitherPathNorKey() {
    AccountKeys keys = keys(Network.DEVNET, 0);
    Address stranger = keys(Network.DEVNET, 1).addresses(KeyChain.RECEIVE, 1).getFirst();
    assertThat(keys.pathOf(stranger)).isEmpty();
    assertThat(keys.keyOf(stranger)).isEmpty();
  }

  @Test
  void endlessRowsAreRefused() {
    assertThatThrownBy(
            () ->
                keys(Network.DEVNET, 0).addresses(KeyChain.RECEIVE, AccountKeys.ADDRESSES_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void secretsAreNeverPrinted() {
    assertThat(keys(Network.DEVNET, 0)).hasToString("AccountKeys(devnet, account 0)");
  }
}
