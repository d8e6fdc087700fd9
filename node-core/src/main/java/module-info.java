/**
 * The masternode of TIME Coin: a library and a headless command line, without any user interface.
 *
 * <p>Open, because Jackson, Logback and picocli read records, configuration and commands by
 * reflection.
 */
@org.jspecify.annotations.NullMarked
open module io.timecoin.node {
  requires ch.qos.logback.classic;
  requires ch.qos.logback.core;
  requires com.amazon.corretto.crypto.provider;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.module.blackbird;
  requires info.picocli;
  requires java.net.http;
  requires jdk.httpserver;
  requires micrometer.core;
  requires micrometer.registry.prometheus;
  requires org.bouncycastle.provider;
  requires org.conscrypt;
  requires org.java_websocket;
  requires org.slf4j;
  requires rocksdbjni;
  requires transitive org.jspecify;

  exports io.timecoin.node.base;
  exports io.timecoin.node.block;
  exports io.timecoin.node.crypto;
  exports io.timecoin.node.devnet;
  exports io.timecoin.node.engine;
  exports io.timecoin.node.finality;
  exports io.timecoin.node.gateway;
  exports io.timecoin.node.ledger;
  exports io.timecoin.node.masternode;
  exports io.timecoin.node.protocol;
  exports io.timecoin.node.runtime;
  exports io.timecoin.node.runtime.config;
  exports io.timecoin.node.runtime.keys;
  exports io.timecoin.node.tx;
  exports io.timecoin.node.utxo;
}
