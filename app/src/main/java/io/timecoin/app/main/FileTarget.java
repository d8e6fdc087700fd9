package io.timecoin.app.main;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where a file shall go. A port, because no dialogue opens where there is no desktop. */
interface FileTarget {

  /** On the FX thread; empty if nobody wants it any more. */
  Optional<Path> choose(String suggestedName);
}
