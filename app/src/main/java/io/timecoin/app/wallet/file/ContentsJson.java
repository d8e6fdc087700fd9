package io.timecoin.app.wallet.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.timecoin.app.wallet.Contact;
import io.timecoin.app.wallet.book.Bip329;
import io.timecoin.app.wallet.keys.ChainPosition;
import io.timecoin.app.wallet.keys.ImportedKey;
import io.timecoin.app.wallet.keys.KeyChain;
import io.timecoin.node.base.Address;
import io.timecoin.node.crypto.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The text under the encryption. Written and read as a stream, so that no secret becomes a {@code
 * String} here, which nothing could clear.
 */
final class ContentsJson {

  static final String NAME = "name";
  static final String NETWORK = "network";
  static final String CREATED_AT = "created_at";
  static final String ENTROPY = "entropy";
  static final String PASSPHRASE = "passphrase";
  static final String KEYS = "keys";
  static final String WATCHED = "watched";
  static final String POSITIONS = "positions";
  static final String USED = "used";
  static final String NEXT = "next";
  static final String LABELS = "labels";
  static final String CONTACTS = "contacts";
  static final String ADDRESS = "address";

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private ContentsJson() {}

  /** UTF-8 that the caller clears. */
  static byte[] write(WalletContents contents) {
    try (SecretBytes bytes = new SecretBytes();
        JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      writeAbout(contents.about(), json);
      writeSecrets(contents.secrets(), json);
      writeAddresses(contents, json);
      writeBook(contents, json);
      json.writeEndObject();
      json.flush();
      return bytes.toBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  private static void writeAbout(WalletContents.About about, JsonGenerator json)
      throws IOException {
    json.writeStringField(NAME, about.name());
    json.writeStringField(NETWORK, about.network().wireName());
    json.writeStringField(CREATED_AT, about.createdAt().toString());
    if (!about.more().isEmpty()) {
      for (var field : JSON.readTree(about.more()).properties()) {
        json.writeFieldName(field.getKey());
        JSON.writeTree(json, field.getValue());
      }
    }
  }

  private static void writeSecrets(WalletSecrets secrets, JsonGenerator json) throws IOException {
    byte[] entropy = secrets.entropy();
    if (entropy != null) {
      json.writeBinaryField(ENTROPY, entropy);
      json.writeFieldName(PASSPHRASE);
      json.writeString(secrets.passphrase(), 0, secrets.passphrase().length);
    }
    json.writeArrayFieldStart(KEYS);
    for (ImportedKey key : secrets.imported()) {
      byte[] secret = key.key().map(SigningKey::secretBytes).orElseThrow();
      json.writeBinary(secret);
      Arrays.fill(secret, (byte) 0);
    }
    json.writeEndArray();
  }

  private static void writeAddresses(WalletContents contents, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(WATCHED);
    for (Address address : contents.watched()) {
      json.writeString(address.toString());
    }
    json.writeEndArray();
    json.writeObjectFieldStart(POSITIONS);
    for (KeyChain chain : KeyChain.values()) {
      ChainPosition position = contents.positions().of(chain);
      json.writeObjectFieldStart(name(chain));
      json.writeNumberField(USED, position.used());
      json.writeNumberField(NEXT, position.next());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeBook(WalletContents contents, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(LABELS);
    for (String line : Bip329.lines(contents.book())) {
      json.writeRawValue(line);
    }
    json.writeEndArray();
    json.writeArrayFieldStart(CONTACTS);
    for (Contact contact : contents.book().contacts().list()) {
      json.writeStartObject();
      json.writeStringField(NAME, contact.name());
      json.writeStringField(ADDRESS, contact.address().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static String name(KeyChain chain) {
    return chain.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #write} wrote, or what a later version wrote in its place.
   *
   * @throws IllegalArgumentException with the reason, never with a secret
   */
  static WalletContents read(byte[] utf8) {
    try {
      return new ContentsReader().read(utf8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the JSON of a wallet", e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  /** A field that has to be there. */
  static JsonNode required(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null) {
      throw new IllegalArgumentException("\"" + field + "\" is missing");
    }
    return value;
  }
}
