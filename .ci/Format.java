import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Runs google-java-format over every Java file below the given folders: {@code --check} fails and
 * names the files that differ, {@code --replace} rewrites them. The formatter itself takes files
 * only, and a shell's wildcard would not work on every platform.
 */
public final class Format {
  private Format() {}

  public static void main(String[] args) {
    List<String> options =
        switch (args[0]) {
          case "--check" -> List.of("--dry-run", "--set-exit-if-changed");
          case "--replace" -> List.of("--replace");
          default -> throw new IllegalArgumentException("--check or --replace, not " + args[0]);
        };
    List<String> arguments = new ArrayList<>(options);
    Arrays.stream(args).skip(1).map(Path::of).flatMap(Format::javaFiles).forEach(arguments::add);
    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    int exit = formatter.run(System.out, System.err, arguments.toArray(String[]::new));
    if (exit != 0) {
      System.err.println("The files named above are not formatted: run .ci/format");
    }
    System.exit(exit);
  }

  private static Stream<String> javaFiles(Path root) {
    if (!Files.exists(root)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".java"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
