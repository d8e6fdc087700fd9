package io.timecoin.node.cli.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.crypto.Hashes;

/** A key as a result, for people and for programs at once. */
final class KeyView {
  private final ObjectNode object = JsonLine.object();
  private final Table table = new Table();

  private KeyView() {}

  static KeyView of(PublicKey key) {
    return new KeyView()
        .with("public_key", "public key", key.toString())
        .with(
            "mainnet_address",
            "address, mainnet",
            Hashes.addressOf(AddressVersion.MAIN, key).toString())
        .with(
            "testnet_address",
            "address, testnet and devnet",
            Hashes.addressOf(AddressVersion.TEST, key).toString());
  }

  KeyView with(String field, String label, String value) {
    object.put(field, value);
    table.row(label, value);
    return this;
  }

  void print(Terminal terminal, JsonOption json) {
    if (json.wanted()) {
      terminal.printLine(JsonLine.write(object));
    } else {
      table.printTo(terminal);
    }
  }
}
