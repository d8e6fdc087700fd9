package io.timecoin.node.cli.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads transactions, addresses or certificates and says what they are, by their form alone. */
@Command(
    name = "inspect",
    header = "Say what a transaction, an address or a certificate is.",
    description =
        "Read a transaction, an address or a certificate and say what it is by its form "
            + "alone: no clock, network, supply cap or signature is checked, unknown fields "
            + "are ignored. Prints one line of JSON for each: {\"ok\":true,...} or "
            + "{\"ok\":false,\"error\":...}.")
public final class InspectCommand extends CliCommand {
  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "What to read: tx, address or certificate.")
  private Inspector kind;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description =
          "One document, which may span several lines, or one document a line. -: "
              + "standard input, one a line.")
  private String file;

  private boolean refused;
  private boolean abandoned;

  @Override
  protected int run() throws Exception {
    if (file.equals("-")) {
      lines(terminal().in());
    } else {
      file(Path.of(file));
    }
    return refused ? FAILED : DONE;
  }

  private void file(Path path) throws Exception {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(Lines.LINE_BYTES_MAX + 1);
      if (start.length <= Lines.LINE_BYTES_MAX && Documents.isOneOverSeveralLines(start)) {
        print(kind.inspect(Lines.decode(start)));
      } else {
        lines(new SequenceInputStream(new ByteArrayInputStream(start), in));
      }
    } catch (NoSuchFileException e) {
      throw new CommandFailedException("there is no file " + path);
    } catch (IOException e) {
      throw new CommandFailedException("cannot read " + path + ": " + e, e);
    }
  }

  private void lines(InputStream in) throws IOException {
    Lines lines = new Lines(in, this::flush);
    for (Lines.Line line = lines.next(); line != null && !abandoned; line = lines.next()) {
      print(kind.inspect(line));
    }
  }

  /** Notices, too, when nobody reads the results any more. */
  private void flush() {
    abandoned = terminal().out().checkError();
  }

  private void print(ObjectNode result) {
    refused |= !result.path("ok").booleanValue();
    terminal().out().println(JsonLine.write(result));
  }
}
