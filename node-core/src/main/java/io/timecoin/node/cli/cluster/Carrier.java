package io.timecoin.node.cli.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * One direction of one connection over a wire: what comes in goes on in order, as late as the
 * weather has it. Two threads, so that a delay does not make the wire narrow.
 */
final class Carrier {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Pieces under way; past it the sender waits, as on a wire whose other end does not read. */
  private static final int PIECES_MAX = 256;

  /** No other piece is empty. */
  private static final Piece END = new Piece(new byte[0], 0);

  private final Weather weather;
  private final int from;
  private final int to;
  private final BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(PIECES_MAX);

  private record Piece(byte[] bytes, long sinceNanos) {}

  Carrier(Weather weather, int from, int to) {
    this.weather = weather;
    this.from = from;
    this.to = to;
  }

  /** Carries until one end closes; then both are closed and {@code over} is told. */
  void start(Socket source, Socket target, Runnable over) {
    Thread.ofVirtual().start(() -> take(source));
    Thread.ofVirtual()
        .start(
            () -> {
              deliver(source, target);
              over.run();
            });
  }

  private void take(Socket source) {
    try {
      InputStream in = source.getInputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      int read = in.read(buffer);
      while (read >= 0) {
        underWay.put(new Piece(Arrays.copyOf(buffer, read), System.nanoTime()));
        read = in.read(buffer);
      }
    } catch (IOException e) {
      // one end closed: so does the other
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end();
  }

  private void end() {
    try {
      underWay.put(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Socket source, Socket target) {
    try (source;
        target) {
      OutputStream out = target.getOutputStream();
      Piece piece = underWay.take();
      while (piece.bytes().length > 0) {
        weather.awaitPassage(from, to);
        long late = weather.delay(from, to).toNanos() - (System.nanoTime() - piece.sinceNanos());
        if (late > 0) {
          Pause.of(Duration.ofNanos(late));
        }
        out.write(piece.bytes());
        out.flush();
        piece = underWay.take();
      }
    } catch (IOException e) {
      // one end closed: so does the other
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.clear(); // lets the taking thread end
    }
  }
}
