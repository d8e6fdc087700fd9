package io.timecoin.app.wallet.file;

import io.timecoin.node.crypto.PasswordKey;
import java.security.SecureRandom;

/** What wallet files are made with. */
public final class FileSettings {

  /** About half a second for one guess of a password; see ADR 0023. */
  private static final PasswordKey.Cost USUAL_COST = new PasswordKey.Cost(128 << 10, 3);

  private final SecureRandom random;
  private final PasswordKey.Cost cost;
  private final Disk disk;

  FileSettings(SecureRandom random, PasswordKey.Cost cost, Disk disk) {
    this.random = random;
    this.cost = cost;
    this.disk = disk;
  }

  /** For people's wallets. */
  public static FileSettings usual(SecureRandom random) {
    return new FileSettings(random, USUAL_COST, Disk.REAL);
  }

  /** With passwords that are quick to check and quick to guess: for tests only. */
  public static FileSettings weak(SecureRandom random) {
    return new FileSettings(random, new PasswordKey.Cost(8, 1), Disk.REAL);
  }

  PasswordKey.Cost cost() {
    return cost;
  }

  Disk disk() {
    return disk;
  }

  byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
