package io.timecoin.node.devnet;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a child process gets the same program as this one. */
final class ChildJvm {
  /** Many small processes share a machine: little memory each, one collecting thread. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx512m",
          "-Xlog:disable",
          "-Xlog:all=warning,aot=off,cds=off:stderr",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private ChildJvm() {}

  /** With the cache of loaded classes that this process was started with, if there is one. */
  static List<String> options() {
    List<String> options = new ArrayList<>(OPTIONS);
    ProcessHandle.current().info().arguments().stream()
        .flatMap(Stream::of)
        .filter(argument -> argument.startsWith("-XX:AOTCache="))
        .forEach(options::add);
    return options;
  }

  /** Everything this process has, from whichever of the two paths. */
  static String classPath() {
    return String.join(
        File.pathSeparator,
        Stream.of("java.class.path", "jdk.module.path")
            .map(name -> System.getProperty(name, ""))
            .filter(path -> !path.isEmpty())
            .toList());
  }
}
