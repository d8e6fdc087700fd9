package io.timecoin.node.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who computes Ed25519: Amazon Corretto Crypto Provider, else Conscrypt, else the JDK
 * (about ten to fifteen times slower). Chosen once, when first used.
 */
final class Ed25519Provider {
  /** Makes Corretto register its Ed25519 key factory; read when its class loads. */
  private static final String CORRETTO_KEYS =
      "com.amazon.corretto.crypto.provider.registerEdKeyFactory";

  private static final Provider CHOSEN = choose();

  private Ed25519Provider() {}

  static String name() {
    return CHOSEN.getName();
  }

  static boolean isJdk() {
    return CHOSEN.getName().equals("SunEC");
  }

  static Signature signature() throws GeneralSecurityException {
    return Signature.getInstance("Ed25519", CHOSEN);
  }

  static KeyFactory keyFactory() throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519", CHOSEN);
  }

  private static Provider choose() {
    Provider corretto = corretto();
    if (corretto != null) {
      return corretto;
    }
    Provider conscrypt = conscrypt();
    return conscrypt != null ? conscrypt : jdk();
  }

  private static @Nullable Provider corretto() {
    try {
      System.setProperty(CORRETTO_KEYS, "true");
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      return provider.getLoadingError() == null && works(provider) ? provider : null;
    } catch (LinkageError e) {
      return null; // no native library for this system: the next one is tried
    }
  }

  private static @Nullable Provider conscrypt() {
    try {
      Provider provider = Conscrypt.newProvider();
      return works(provider) ? provider : null;
    } catch (LinkageError e) {
      return null; // no native library for this system: the JDK is left
    }
  }

  private static Provider jdk() {
    Provider provider = Security.getProvider("SunEC");
    if (provider == null) {
      throw new IllegalStateException("this Java has no Ed25519 (SunEC is missing)");
    }
    return provider;
  }

  private static boolean works(Provider provider) {
    try {
      KeyFactory.getInstance("Ed25519", provider);
      Signature.getInstance("Ed25519", provider);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
