package io.timecoin.node.store.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.ledger.Tip;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.ProtocolException;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.StoreException.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The chain's state in one ZIP file: {@code checkpoint.json} with network and certified block, and
 * the parts that masternodes give each other, see {@link CheckpointCodec}.
 */
public final class CheckpointFile {
  private static final String HEAD = "checkpoint.json";
  private static final String PART = "part-";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CheckpointFile() {}

  /** What was written or read. */
  public record Result(long height, long outputs, String stateHash) {}

  /**
   * Writes the archive's state.
   *
   * @throws StoreException if there is none yet, or the file cannot be written; then it is not
   *     there
   */
  public static Result write(RocksArchive archive, Genesis genesis, Path file)
      throws StoreException {
    Tip tip = archive.tip().orElseThrow(CheckpointFile::nothingSettled);
    DecidedBlock block = archive.block(tip.height()).orElseThrow(CheckpointFile::nothingSettled);
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    long outputs;
    try {
      try (OutputStream out = Files.newOutputStream(unfinished);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(HEAD));
        zip.write(head(genesis, block));
        zip.closeEntry();
        zip.setLevel(0); // the parts are compressed already
        outputs =
            Parts.write(
                archive.database(),
                (index, bytes) -> {
                  zip.putNextEntry(new ZipEntry(PART + "%05d".formatted(index)));
                  zip.write(bytes);
                  zip.closeEntry();
                });
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw ArchiveFaults.of("cannot write " + file, e);
    }
    return new Result(tip.height(), outputs, tip.stateHash().toString());
  }

  private static StoreException nothingSettled() {
    return new StoreException(
        Fault.FOREIGN,
        "the archive holds no block yet",
        "Export when the node has settled some (settle-blocks), or from another node.",
        null);
  }

  private static byte[] head(Genesis genesis, DecidedBlock block) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("genesis_hash", genesis.hash().toString());
    json.putRawValue("block", new RawValue(new MessageCodec().writeDecided(block)));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Fills an empty archive. The block's certificate is verified; the state hash of the whole is the
   * one that the next block must carry, which the node checks before it goes on.
   *
   * @throws StoreException if the file is none of this network, with the archive empty again
   */
  public static Result read(RocksArchive archive, Genesis genesis, Path file)
      throws StoreException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      DecidedBlock block = block(zip, genesis, file);
      Installation installation = new Installation(archive);
      try {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
          ZipEntry entry = entries.nextElement();
          if (entry.getName().startsWith(PART)) {
            installation.add(zip.getInputStream(entry).readAllBytes());
          }
        }
        installation.finish(block, 1);
      } catch (IOException | StoreException | RuntimeException e) {
        installation.abandon();
        throw e;
      }
      return new Result(
          block.height(),
          installation.outputs(),
          archive.tip().orElseThrow().stateHash().toString());
    } catch (ZipException e) {
      throw notOurs(file, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw ArchiveFaults.of("cannot read " + file, e);
    }
  }

  private static DecidedBlock block(ZipFile zip, Genesis genesis, Path file)
      throws StoreException, IOException {
    ZipEntry head = zip.getEntry(HEAD);
    if (head == null) {
      throw notOurs(file, "it has no " + HEAD, null);
    }
    JsonNode json = MAPPER.readTree(zip.getInputStream(head).readAllBytes());
    if (!genesis.hash().toString().equals(json.path("genesis_hash").asText())) {
      throw notOurs(file, "it is of another network", null);
    }
    try {
      DecidedBlock block = new MessageCodec().readDecided(json.path("block").toString());
      Optional<BlockCertificate.Refusal> refusal =
          block.certificate().check(genesis.masternodes(), genesis.hash());
      if (refusal.isPresent()) {
        throw notOurs(file, "its block is not certified: " + refusal.get(), null);
      }
      return block;
    } catch (ProtocolException | IllegalArgumentException e) {
      throw notOurs(file, "its block is unreadable: " + e.getMessage(), e);
    }
  }

  private static StoreException notOurs(Path file, String why, @Nullable Exception e) {
    return new StoreException(
        Fault.FOREIGN,
        file + " is no checkpoint of this network: " + why,
        "Take a file that `timekeeper store export` wrote on this network.",
        e);
  }
}
