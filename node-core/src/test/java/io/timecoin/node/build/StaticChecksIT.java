package io.timecoin.node.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The checks of the build refuse what they are there to refuse. A project of one class is built
 * with this build's own parent, so what is proved is the configuration itself, not a copy of it.
 */
class StaticChecksIT {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private final Path project = Path.of("target", "static-checks").toAbsolutePath();
  private final Path source = project.resolve("src/main/java/example/Example.java");

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectories(source.getParent());
    Files.writeString(
        project.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>io.timecoin</groupId>
            <artifactId>timekeeper-parent</artifactId>
            <version>%s</version>
            <relativePath>%s</relativePath>
          </parent>
          <artifactId>static-checks</artifactId>
          <dependencies>
            <dependency>
              <groupId>org.jspecify</groupId>
              <artifactId>jspecify</artifactId>
            </dependency>
          </dependencies>
        </project>
        """
            .formatted(
                System.getProperty("project.version"),
                project.relativize(ROOT.resolve("pom.xml"))));
  }

  @Test
  void compilerRefusesNullsUnmarkedPackagesAndKnownMistakes() throws Exception {
    Files.writeString(
        source,
        """
        package example;

        class Example {
          @org.jspecify.annotations.NullMarked
          static class Marked {
            static String name() {
              return null;
            }
          }

          static boolean same(Integer a, Integer b) {
            return a == b;
          }
        }
        """);

    Outcome outcome = compile();

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.output())
        .contains("[NullAway] returning @Nullable expression")
        .contains("[RequireExplicitNullMarking]")
        .contains("[BoxedPrimitiveEquality]");
  }

  @Test
  void formatterNamesTheFileThatIsNotFormatted() throws Exception {
    Files.writeString(source, "class Example { int  a = 1 ; }\n");

    Outcome outcome = checkFormat();

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.output()).contains("Example.java");
  }

  @Test
  void formatterAcceptsTheSameFilePutRight() throws Exception {
    Files.writeString(source, "class Example {\n  int a = 1;\n}\n");

    Outcome outcome = checkFormat();

    assertThat(outcome.exit()).as(outcome.output()).isZero();
  }

  private Outcome compile() throws Exception {
    return Outcome.of(
        project, mavenCommand(), "-o", "-B", "-q", "-ntp", localRepository(), "compile");
  }

  private Outcome checkFormat() throws Exception {
    if (!Files.exists(ROOT.resolve("target/format/google-java-format.jar"))) {
      // Fetched by every build from the root; a build of this module alone may be the first.
      Outcome.of(ROOT, mavenCommand(), "-o", "-q", "-N", localRepository(), "process-sources");
    }
    return Outcome.of(
        ROOT,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@.ci/format.args",
        ".ci/Format.java",
        "--check",
        project.resolve("src").toString());
  }

  private static String mavenCommand() {
    String name = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
    return Path.of(System.getProperty("maven.home"), "bin", name).toString();
  }

  private static String localRepository() {
    return "-Dmaven.repo.local=" + System.getProperty("maven.repo.local");
  }

  /** How a program ended and all it said. */
  private record Outcome(int exit, String output) {
    static Outcome of(Path directory, String... command) throws IOException, InterruptedException {
      Process process =
          new ProcessBuilder(List.of(command))
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Outcome(process.waitFor(), output);
    }
  }
}
