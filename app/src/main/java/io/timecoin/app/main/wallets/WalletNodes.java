package io.timecoin.app.main.wallets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * At which node each wallet finds its network: {@code nodes.json} beside the wallets. Not in the
 * wallet's own file, which may be taken to another computer. Background threads.
 */
record WalletNodes(Path file) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** The node of that wallet, or the one given where none is known. */
  URI of(String wallet, URI otherwise) {
    try {
      JsonNode text = read().path(wallet);
      return text.isTextual() ? new URI(text.textValue()) : otherwise;
    } catch (IOException | URISyntaxException e) {
      return otherwise;
    }
  }

  void put(String wallet, URI node) throws IOException {
    ObjectNode all = read();
    all.put(wallet, node.toString());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, all.toPrettyString() + "\n");
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private ObjectNode read() throws IOException {
    try {
      return MAPPER.readTree(file.toFile()) instanceof ObjectNode object
          ? object
          : MAPPER.createObjectNode();
    } catch (NoSuchFileException | java.io.FileNotFoundException e) {
      return MAPPER.createObjectNode();
    }
  }
}
