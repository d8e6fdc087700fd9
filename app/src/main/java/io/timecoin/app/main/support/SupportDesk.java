package io.timecoin.app.main.support;

import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.logs.LogPort;
import io.timecoin.app.vm.support.Bundle;
import io.timecoin.app.vm.support.Bundle.Part;
import io.timecoin.app.vm.support.Scrubber;
import io.timecoin.app.vm.support.SupportPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Gathers on a background thread and writes what was shown, nothing else.
 *
 * @param facts asked for on the FX thread
 */
public record SupportDesk(
    Supplier<Facts> facts,
    LogPort log,
    Executor background,
    Executor screen,
    BytesExport export,
    Clock clock)
    implements SupportPort {

  /** Asks where to, and writes bytes. */
  @FunctionalInterface
  public interface BytesExport {
    /** Returns at once; the answer comes on the thread of the screens. */
    void bytes(String suggestedName, byte[] content, Consumer<Exported> done);
  }

  @Override
  public void gather(Consumer<Bundle> told) {
    Facts now = facts.get();
    background.execute(
        () -> {
          Bundle bundle = clean(now, clock.instant());
          screen.execute(() -> told.accept(bundle));
        });
  }

  private Bundle clean(Facts now, Instant moment) {
    Scrubber scrubber =
        new Scrubber(
            now.secrets(),
            System.getProperty("user.home", ""),
            System.getProperty("user.name", ""));
    List<Part> parts =
        BundleTexts.of(now, log.since(0), moment).stream()
            .map(part -> new Part(part.name(), scrubber.clean(part.text())))
            .toList();
    return new Bundle(parts, scrubber.removed());
  }

  @Override
  public void save(Bundle bundle, Consumer<Exported> done) {
    String day = clock.instant().toString().substring(0, "2026-01-01".length());
    export.bytes("timekeeper-diagnostics-" + day + ".zip", zip(bundle), done);
  }

  private static byte[] zip(Bundle bundle) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Part part : bundle.parts()) {
        zip.putNextEntry(new ZipEntry(part.name()));
        zip.write(part.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory is no disk", e);
    }
    return bytes.toByteArray();
  }
}
