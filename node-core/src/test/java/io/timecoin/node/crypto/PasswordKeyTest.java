package io.timecoin.node.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PasswordKeyTest {
  private static final PasswordKey.Cost CHEAP = new PasswordKey.Cost(8, 1);
  private static final byte[] SALT = "somesaltsomesalt".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NONCE = new byte[PasswordKey.NONCE_BYTES];
  private static final byte[] SECRET = {1, 2, 3};
  private static final byte[] HEADER = {9};

  private static PasswordKey key(String password) {
    return PasswordKey.derive(password.toCharArray(), SALT, CHEAP);
  }

  @Test
  void sameBoxComesFromAnIndependentArgon2AndAes() {
    // Python: argon2-cffi 25.1 low_level.hash_secret_raw(…, type=ID), cryptography's AESGCM.
    byte[] box = key("pässword").encrypt(NONCE, SECRET, HEADER);
    assertThat(HexFormat.of().formatHex(box)).isEqualTo("f9eb370bdfb4a295b13ad34b89cbad7534c26a");
  }

  @Test
  void onlyTheSamePasswordNonceAndHeaderOpenTheBox() {
    byte[] box = key("password").encrypt(NONCE, SECRET, HEADER);
    assertThat(box).hasSize(SECRET.length + PasswordKey.TAG_BYTES);
    assertThat(key("password").decrypt(NONCE, box, HEADER)).contains(SECRET);
    assertThat(key("Password").decrypt(NONCE, box, HEADER)).isEmpty();
    assertThat(key("password").decrypt(NONCE, box, new byte[] {8})).isEmpty();
    box[0] ^= 1;
    assertThat(key("password").decrypt(NONCE, box, HEADER)).isEmpty();
  }

  @Test
  void keysCompareByWhatTheyWereMadeOf() {
    assertThat(key("password").isSameAs(key("password"))).isTrue();
    assertThat(key("password").isSameAs(key("passwort"))).isFalse();
    PasswordKey dearer =
        PasswordKey.derive("password".toCharArray(), SALT, new PasswordKey.Cost(8, 2));
    assertThat(key("password").isSameAs(dearer)).isFalse();
  }

  @Test
  void costsAreBounded() {
    for (int[] cost : new int[][] {{7, 1}, {(1 << 20) + 1, 1}, {8, 0}, {8, 17}}) {
      assertThatThrownBy(() -> new PasswordKey.Cost(cost[0], cost[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void keyIsNeverPrinted() {
    assertThat(key("password")).hasToString("PasswordKey(secret)");
  }
}
