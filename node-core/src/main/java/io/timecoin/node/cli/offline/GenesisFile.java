package io.timecoin.node.cli.offline;

import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a genesis file for a command. */
public final class GenesisFile {
  private GenesisFile() {}

  /**
   * The network it describes.
   *
   * @throws CommandFailedException naming the file and what is wrong with it
   */
  public static Genesis read(Path file) throws CommandFailedException {
    try {
      return GenesisJson.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new CommandFailedException("there is no genesis file " + file, e);
    } catch (IOException e) {
      throw new CommandFailedException("cannot read the genesis file " + file + ": " + e, e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new CommandFailedException(file + ": " + e.getMessage(), e);
    }
  }
}
