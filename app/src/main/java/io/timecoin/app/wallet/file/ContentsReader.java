package io.timecoin.app.wallet.file;

import static io.timecoin.app.wallet.file.ContentsJson.required;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.app.wallet.Contact;
import io.timecoin.app.wallet.book.Bip329;
import io.timecoin.app.wallet.book.Book;
import io.timecoin.app.wallet.book.Contacts;
import io.timecoin.app.wallet.keys.ChainPosition;
import io.timecoin.app.wallet.keys.ImportedKey;
import io.timecoin.app.wallet.keys.KeyChain;
import io.timecoin.app.wallet.keys.Positions;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.SigningKey;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one wallet; made for one text. */
final class ContentsReader {

  private final ObjectNode fields = ContentsJson.JSON.createObjectNode();
  private final List<byte[]> keys = new ArrayList<>();
  private byte @Nullable [] entropy;
  private char[] passphrase = new char[0];

  WalletContents read(byte[] utf8) throws IOException {
    boolean complete = false;
    try (JsonParser json = ContentsJson.JSON.createParser(utf8)) {
      require(json.nextToken() == JsonToken.START_OBJECT, "it is no object");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        readField(json);
      }
      require(json.nextToken() == null, "something follows it");
      WalletContents contents = contents();
      complete = true;
      return contents;
    } finally {
      keys.forEach(key -> Arrays.fill(key, (byte) 0));
      byte[] bytes = entropy;
      if (!complete && bytes != null) {
        Arrays.fill(bytes, (byte) 0);
      }
    }
  }

  private void readField(JsonParser json) throws IOException {
    String name = json.currentName();
    JsonToken value = json.nextToken();
    switch (name) {
      case ContentsJson.ENTROPY -> entropy = json.getBinaryValue();
      case ContentsJson.PASSPHRASE -> {
        require(value == JsonToken.VALUE_STRING, "\"passphrase\" is no text");
        int from = json.getTextOffset();
        passphrase =
            Arrays.copyOfRange(json.getTextCharacters(), from, from + json.getTextLength());
      }
      case ContentsJson.KEYS -> {
        require(value == JsonToken.START_ARRAY, "\"keys\" is no array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
          keys.add(json.getBinaryValue());
        }
      }
      default -> fields.set(name, json.readValueAsTree());
    }
  }

  private WalletContents contents() throws IOException {
    String name = text(fields, ContentsJson.NAME);
    Network network = Network.parse(text(fields, ContentsJson.NETWORK));
    Instant createdAt = instant(text(fields, ContentsJson.CREATED_AT));
    List<Address> watched = new ArrayList<>();
    for (JsonNode address : required(fields, ContentsJson.WATCHED)) {
      watched.add(Address.parse(address.asText()));
    }
    Positions positions = positions(required(fields, ContentsJson.POSITIONS));
    Book book = book();
    WalletSecrets secrets =
        WalletSecrets.of(
            entropy,
            passphrase,
            keys.stream().map(key -> ImportedKey.of(network, SigningKey.of(key))).toList());
    fields.remove(
        List.of(
            ContentsJson.NAME,
            ContentsJson.NETWORK,
            ContentsJson.CREATED_AT,
            ContentsJson.WATCHED,
            ContentsJson.POSITIONS,
            ContentsJson.LABELS,
            ContentsJson.CONTACTS));
    String more = fields.isEmpty() ? "" : fields.toString();
    return new WalletContents(
        new WalletContents.About(name, network, createdAt, more),
        secrets,
        watched,
        positions,
        book);
  }

  private Book book() {
    StringBuilder lines = new StringBuilder();
    for (JsonNode line : required(fields, ContentsJson.LABELS)) {
      lines.append(line).append('\n');
    }
    Bip329.Merged merged = Bip329.merge(Book.EMPTY, lines.toString());
    // What is left out here would be lost with the next save.
    require(merged.badLines() == 0, "a label is not understood: " + merged.bad());
    List<Contact> contacts = new ArrayList<>();
    for (JsonNode contact : required(fields, ContentsJson.CONTACTS)) {
      contacts.add(
          new Contact(
              text(contact, ContentsJson.NAME),
              Address.parse(text(contact, ContentsJson.ADDRESS))));
    }
    return merged.after().with(new Contacts(contacts));
  }

  private static Positions positions(JsonNode node) {
    Positions positions = Positions.START;
    for (KeyChain chain : KeyChain.values()) {
      JsonNode position = required(node, ContentsJson.name(chain));
      positions =
          positions.with(
              chain,
              new ChainPosition(
                  required(position, ContentsJson.USED).asInt(-1),
                  required(position, ContentsJson.NEXT).asInt(-1)));
    }
    return positions;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"created_at\" is no time", e);
    }
  }

  private static String text(JsonNode object, String field) {
    JsonNode value = required(object, field);
    require(value.isTextual(), "\"" + field + "\" is no text");
    return value.textValue();
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
