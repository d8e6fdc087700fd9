package io.timecoin.node.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.conscrypt.Conscrypt;

/**
 * Who computes Ed25519: Amazon Corretto Crypto Provider, else Conscrypt, else the JDK (about ten to
 * fifteen times slower). Chosen once, when first used.
 */
record Ed25519Provider(Provider provider) {
  /** Makes Corretto register its Ed25519 key factory; read when its class loads. */
  private static final String CORRETTO_KEYS =
      "com.amazon.corretto.crypto.provider.registerEdKeyFactory";

  private static final Ed25519Provider CHOSEN =
      corretto().or(Ed25519Provider::conscrypt).orElseGet(Ed25519Provider::jdk);

  /** The one that runs. */
  static Ed25519Provider chosen() {
    return CHOSEN;
  }

  /** Every one that this system has: all must give the same answers. */
  static List<Ed25519Provider> available() {
    return Stream.of(corretto(), conscrypt(), Optional.of(jdk()))
        .flatMap(Optional::stream)
        .toList();
  }

  String name() {
    return provider.getName();
  }

  boolean isJdk() {
    return name().equals("SunEC");
  }

  Signature signature() throws GeneralSecurityException {
    return Signature.getInstance("Ed25519", provider);
  }

  KeyFactory keyFactory() throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519", provider);
  }

  private static Optional<Ed25519Provider> corretto() {
    try {
      System.setProperty(CORRETTO_KEYS, "true");
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      return provider.getLoadingError() == null ? working(provider) : Optional.empty();
    } catch (LinkageError e) {
      return Optional.empty(); // no native library for this system: the next one is tried
    }
  }

  private static Optional<Ed25519Provider> conscrypt() {
    try {
      return working(Conscrypt.newProvider());
    } catch (LinkageError e) {
      return Optional.empty(); // no native library for this system: the JDK is left
    }
  }

  private static Ed25519Provider jdk() {
    Provider provider = Security.getProvider("SunEC");
    if (provider == null) {
      throw new IllegalStateException("this Java has no Ed25519 (SunEC is missing)");
    }
    return new Ed25519Provider(provider);
  }

  private static Optional<Ed25519Provider> working(Provider provider) {
    try {
      Ed25519Provider found = new Ed25519Provider(provider);
      found.keyFactory();
      found.signature();
      return Optional.of(found);
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
