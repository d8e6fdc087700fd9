package io.timecoin.node.cli.network;

import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Ending;
import io.timecoin.node.runtime.NodeProcess;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.runtime.config.ConfigException;
import io.timecoin.node.runtime.config.ConfigKey;
import io.timecoin.node.runtime.config.NodeConfigLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** One masternode. */
@Command(
    name = "node",
    header = "Run one masternode.",
    description =
        "Every key of the configuration file is also a flag and, as TIMEKEEPER_..., an environment "
            + "variable. A flag wins over the environment, that over the file, that over the "
            + "default. Ends well with Ctrl-C or SIGTERM.",
    modelTransformer = NodeCommand.KeysAsFlags.class)
public final class NodeCommand extends CliCommand {
  private static final long STOP_SECONDS = 30;

  @Option(names = "--config", paramLabel = "FILE", description = "The configuration file.")
  private @Nullable Path file;

  @Option(
      names = "--print-config",
      description = "Print what would be used and where it comes from, and end.")
  private boolean printConfig;

  private final Map<String, String> flags = new LinkedHashMap<>();

  /** Adds an option for every key there is, so that none can be forgotten. */
  static final class KeysAsFlags implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec spec) {
      NodeCommand command = (NodeCommand) spec.userObject();
      for (ConfigKey key : ConfigKey.values()) {
        spec.addOption(
            OptionSpec.builder("--" + key.key())
                .paramLabel("VALUE")
                .type(String.class)
                .arity("1")
                .setter(command.setterOf(key))
                .description(descriptionOf(key))
                .build());
      }
      return spec;
    }

    private static String descriptionOf(ConfigKey key) {
      String standard = key.standard().isEmpty() ? "" : " (default: " + key.standard() + ")";
      return key.description() + standard + ".";
    }
  }

  private picocli.CommandLine.Model.ISetter setterOf(ConfigKey key) {
    return new picocli.CommandLine.Model.ISetter() {
      @Override
      public <T> @Nullable T set(@Nullable T value) {
        if (value != null) {
          flags.put(key.key(), value.toString());
        }
        return null;
      }
    };
  }

  @Override
  protected int run() throws CommandFailedException {
    NodeConfigLoader.Loaded loaded = load();
    if (printConfig) {
      loaded.warnings().forEach(terminal()::say);
      terminal().out().print(loaded.printed());
      return DONE;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    try (Ending _ = Ending.onSignal(terminal(), DONE, () -> await(stopped))) {
      return NodeProcess.run(loaded) ? DONE : FAILED;
    } catch (NodeStartException e) {
      throw new CommandFailedException(e.reason() + " " + e.remedy(), e);
    } finally {
      stopped.countDown();
    }
  }

  private NodeConfigLoader.Loaded load() throws CommandFailedException {
    try {
      return NodeConfigLoader.load(flags, terminal().environment(), file);
    } catch (ConfigException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void await(CountDownLatch stopped) {
    try {
      boolean unused = stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
