package io.timecoin.node.runtime.config;

import java.nio.file.Path;

/** Where a setting stands. */
sealed interface ConfigSource {
  /** Nobody said anything. */
  record Standard() implements ConfigSource {
    @Override
    public String toString() {
      return "default";
    }
  }

  /** A line of the configuration file, from 1. */
  record InFile(Path file, int line) implements ConfigSource {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /** A variable of the environment. */
  record Variable(String name) implements ConfigSource {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A flag of the command line. */
  record Flag(String name) implements ConfigSource {
    @Override
    public String toString() {
      return name;
    }
  }
}
