package io.timecoin.app.main;

import java.nio.file.Path;
import java.util.Optional;

/** Asks for files. A port, because no dialogue opens where there is no desktop. */
interface FileTarget {

  /** On the FX thread; empty if nobody wants it any more. */
  Optional<Path> choose(String suggestedName);

  /** Which file shall be read; on the FX thread. Nobody wants to, where there is nobody to ask. */
  default Optional<Path> pick() {
    return Optional.empty();
  }
}
