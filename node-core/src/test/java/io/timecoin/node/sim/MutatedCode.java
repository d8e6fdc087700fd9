package io.timecoin.node.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The product's classes with some of them compiled anew from changed sources, apart from those that
 * this program runs on.
 */
final class MutatedCode extends ClassLoader {
  private static final String PRODUCT = "io.timecoin.node.";
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path CLASSES = Path.of("target", "classes");

  private final Path mutated;

  private MutatedCode(Path mutated) {
    super(MutatedCode.class.getClassLoader());
    this.mutated = mutated;
  }

  /** Compiles the changed sources into that folder. */
  static MutatedCode of(Mutation mutation, Path folder) throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (Mutation.Edit edit : mutation.edits()) {
      String path = (PRODUCT + edit.type()).replace('.', '/') + ".java";
      String source = sources.get(path);
      source = source == null ? Files.readString(SOURCES.resolve(path)) : source;
      assertThat(source.split(Pattern.quote(edit.from()), -1))
          .as("%s has that line exactly once: %s", edit.type(), edit.from())
          .hasSize(2);
      sources.put(path, source.replace(edit.from(), edit.to()));
    }
    if (!sources.isEmpty()) {
      compile(sources, folder);
    }
    return new MutatedCode(folder.resolve("classes"));
  }

  /** By the compiler of the JDK that runs this, in a process: modules hide it from tests. */
  private static void compile(Map<String, String> sources, Path folder) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d",
                Files.createDirectories(folder.resolve("classes")).toString(),
                "-cp",
                classPath(),
                "-proc:none",
                "-nowarn"));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      command.add(file.toString());
    }
    Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(compiler.onExit().join().exitValue()).as(said).isZero();
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        CLASSES.toString(),
        System.getProperty("java.class.path", ""),
        System.getProperty("jdk.module.path", ""));
  }

  /** What the simulator of this code finds. */
  @Nullable String firstFailure(Mutation mutation) throws ReflectiveOperationException {
    try {
      return (String)
          loadClass("io.timecoin.node.sim.SeedLoop")
              .getMethod("firstFailure", String.class, int.class, long.class, int.class)
              .invoke(
                  null, mutation.profile(), mutation.nodes(), mutation.first(), mutation.seeds());
    } catch (InvocationTargetException e) {
      throw new AssertionError(mutation + " broke the simulator itself", e.getCause());
    }
  }

  /** The program of this code, in a process of its own. */
  ProcessBuilder program(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                mutated + File.pathSeparator + classPath(),
                "io.timecoin.node.cli.TimekeeperCli"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null && name.startsWith(PRODUCT)) {
        loaded = define(name);
      }
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    Path file = mutated.resolve(path);
    try {
      byte[] bytes = Files.readAllBytes(Files.exists(file) ? file : CLASSES.resolve(path));
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
