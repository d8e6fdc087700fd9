package io.timecoin.node.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Timer;

/**
 * What the pure part (everything down to {@code engine}) must not touch: sockets, files, threads,
 * clocks, randomness, logging. Time comes in with the event; effects go out as values.
 *
 * @param root the package the node lives below
 */
record Purity(String root) {
  /** What of java.io moves no bytes in or out of the process. */
  private static final String IN_MEMORY_IO =
      "java\\.io\\.((ByteArray)?(In|Out)putStream|Data(In|Out)put(Stream)?|String(Reader|Writer)"
          + "|Reader|Writer|Closeable|Serializable|\\w*Exception)";

  private static final String BOUNCY_CASTLE_USED =
      ".*\\.((RIPEMD160|SHAKE|Keccak)Digest|Argon2\\w*(\\$\\w+)?|(Extended)?Digest|rfc8032\\.Ed25519)";

  List<HouseRule> rules() {
    return List.of(
        opensNoSockets(),
        touchesNoFiles(),
        startsNoThreads(),
        takesNoLocks(),
        readsNoClock(),
        drawsNoRandomness(),
        drawsKeysOnlyInCrypto(),
        readsNoEnvironment(),
        writesNoLog(),
        hashesOnlyInBaseAndCrypto(),
        verifiesNothingWithBouncyCastle());
  }

  HouseRule opensNoSockets() {
    return coreDependsOnNone(
        "the pure part opens no sockets",
        resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "org.java_websocket.."));
  }

  HouseRule touchesNoFiles() {
    return coreDependsOnNone(
        "the pure part touches no files and no streams of the process",
        resideInAnyPackage("java.nio.file..", "java.nio.channels..")
            .or(resideInAPackage("java.io..").and(not(nameMatching(IN_MEMORY_IO)))));
  }

  HouseRule startsNoThreads() {
    return coreDependsOnNone(
        "the pure part starts no threads",
        resideInAPackage("java.util.concurrent..")
            .or(belongToAnyOf(Thread.class, Timer.class, Process.class, ProcessBuilder.class)));
  }

  HouseRule takesNoLocks() {
    return new HouseRule(
        "the pure part takes no locks",
        noMethods()
            .that()
            .areDeclaredInClassesThat(core())
            .should()
            .haveModifier(JavaModifier.SYNCHRONIZED));
  }

  HouseRule readsNoClock() {
    return new HouseRule(
        "the pure part reads no clock",
        noClasses()
            .that(core())
            .should()
            .callMethodWhere(
                target(owner(assignableTo(System.class)))
                    .and(target(nameMatching("currentTimeMillis|nanoTime"))))
            .orShould()
            .callMethodWhere(
                target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
            .orShould()
            .dependOnClassesThat(
                belongToAnyOf(Clock.class, InstantSource.class, java.util.Date.class)));
  }

  HouseRule drawsNoRandomness() {
    return new HouseRule(
        "the pure part draws no randomness",
        noClasses()
            .that(core())
            .should()
            .dependOnClassesThat(
                resideInAPackage("java.util.random..")
                    .or(assignableTo(Random.class).and(not(assignableTo(SecureRandom.class))))
                    .or(belongToAnyOf(java.util.SplittableRandom.class)))
            .orShould()
            .callMethodWhere(target(name("randomUUID")))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(Math.class))).and(target(name("random")))));
  }

  /** Key generation is the one place that must not be repeatable. */
  HouseRule drawsKeysOnlyInCrypto() {
    DescribedPredicate<JavaClass> makesKeys =
        resideInAPackage(root + ".crypto..").and(nameMatching(".*Key[^.]*"));
    return new HouseRule(
        "secure randomness is drawn only by crypto's key classes",
        noClasses()
            .that(core())
            .and(not(makesKeys))
            .should()
            .dependOnClassesThat(assignableTo(SecureRandom.class)));
  }

  HouseRule readsNoEnvironment() {
    return new HouseRule(
        "the pure part reads no environment and ends no process",
        noClasses()
            .that(core())
            .should()
            .callMethodWhere(
                target(owner(assignableTo(System.class).or(assignableTo(Runtime.class))))
                    .and(
                        target(
                            nameMatching(
                                "getenv|exit|halt|availableProcessors|totalMemory|freeMemory")))));
  }

  HouseRule writesNoLog() {
    return coreDependsOnNone(
        "the pure part writes no log",
        resideInAnyPackage("org.slf4j..", "ch.qos.logback..", "java.util.logging..")
            .or(belongToAnyOf(System.Logger.class)));
  }

  HouseRule hashesOnlyInBaseAndCrypto() {
    return new HouseRule(
        "hashes are made only in base and crypto",
        noClasses()
            .that(core())
            .and(not(resideInAnyPackage(root + ".base..", root + ".crypto..")))
            .should()
            .dependOnClassesThat(belongToAnyOf(MessageDigest.class)));
  }

  /**
   * Its verification is cofactored and accepts signatures the others refuse: a split of the chain.
   */
  HouseRule verifiesNothingWithBouncyCastle() {
    return new HouseRule(
        "Bouncy Castle makes RIPEMD-160, SHAKE, Argon2 and public keys, and never verifies",
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("org.bouncycastle..").and(not(nameMatching(BOUNCY_CASTLE_USED))))
            .orShould()
            .callMethodWhere(
                target(owner(resideInAPackage("org.bouncycastle..")))
                    .and(target(nameMatching("verify.*|validate.*")))));
  }

  private HouseRule coreDependsOnNone(String name, DescribedPredicate<JavaClass> forbidden) {
    return new HouseRule(name, noClasses().that(core()).should().dependOnClassesThat(forbidden));
  }

  private DescribedPredicate<JavaClass> core() {
    return resideInAnyPackage(
        Directions.CORE.stream().map(part -> root + "." + part + "..").toArray(String[]::new));
  }
}
