package io.timecoin.app.main;

import io.timecoin.app.vm.Exported;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Files that somebody is asked for; written on a background thread. */
record Exports(FileTarget target, Background background) {

  /** As {@link #bytes}, of a text in UTF-8. */
  void text(String suggestedName, String text, Consumer<Exported> done) {
    bytes(suggestedName, text.getBytes(StandardCharsets.UTF_8), done);
  }

  /** Asks where to, on the FX thread, and writes; the answer comes on the FX thread. */
  void bytes(String suggestedName, byte[] content, Consumer<Exported> done) {
    Optional<Path> file = target.choose(suggestedName);
    if (file.isEmpty()) {
      done.accept(new Exported.Cancelled());
      return;
    }
    background.run(
        () -> {
          Exported result = write(file.get(), content);
          background.backOnScreen(() -> done.accept(result));
        });
  }

  private static Exported write(Path file, byte[] content) {
    try {
      Files.write(file, content);
      return new Exported.Written(file.toAbsolutePath().toString());
    } catch (IOException e) {
      return new Exported.Failed(String.valueOf(e.getMessage()));
    }
  }
}
