package io.timecoin.app.main;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One program for one data folder: the first holds a lock there; a later one hands over what it was
 * asked to open and ends. It finds the first by a file that only the folder's owner can read, with
 * a port on loopback and a secret word: neither other people of this machine nor web pages know it.
 */
final class SingleInstance implements AutoCloseable {

  private static final String LOCK = "instance.lock";
  private static final String MEETING = "instance.port";
  private static final int LINE_MAX = 4096;
  private static final int TIMEOUT_MS = 5_000;
  private static final String OK = "ok";

  private final FileChannel channel;
  private final Path meeting;
  private final ServerSocket server;
  private final String word;
  private final List<String> early = new ArrayList<>();
  private @Nullable Consumer<String> opener;

  private SingleInstance(FileChannel channel, Path meeting, ServerSocket server, String word) {
    this.channel = channel;
    this.meeting = meeting;
    this.server = server;
    this.word = word;
  }

  /** What claiming the folder came to. */
  sealed interface Claim {
    /** It is ours until closed. */
    record First(SingleInstance instance) implements Claim {}

    /** Another has it, and was handed what there was to open. */
    record HandedOver() implements Claim {}

    /** Another has it and does not answer, or the folder cannot be used. */
    record Failed(String reason) implements Claim {}
  }

  /**
   * Claims the folder, or hands over.
   *
   * @param toOpen a payment link, or empty to only raise the window
   */
  static Claim claim(Path data, String toOpen) {
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      Path meeting = data.resolve(MEETING);
      if (lock == null) {
        channel.close();
        return handOver(meeting, toOpen);
      }
      return new Claim.First(open(channel, meeting));
    } catch (IOException e) {
      return new Claim.Failed("the folder " + data + " cannot be used: " + e.getMessage());
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held within this process
    }
  }

  private static SingleInstance open(FileChannel channel, Path meeting) throws IOException {
    ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    String word = HexFormat.of().formatHex(secret);
    SingleInstance instance = new SingleInstance(channel, meeting, server, word);
    instance.publish();
    Thread.ofVirtual().name("single-instance").start(instance::listen);
    return instance;
  }

  private void publish() throws IOException {
    Path next = meeting.resolveSibling(MEETING + ".next");
    Files.deleteIfExists(next);
    if (meeting.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(next, server.getLocalPort() + " " + word);
    Files.move(next, meeting, StandardCopyOption.REPLACE_EXISTING);
  }

  private void listen() {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        caller.setSoTimeout(TIMEOUT_MS);
        receive(caller);
      } catch (IOException e) {
        // one caller less, or closed
      }
    }
  }

  private void receive(Socket caller) throws IOException {
    byte[] line = caller.getInputStream().readNBytes(LINE_MAX);
    String[] parts = new String(line, StandardCharsets.UTF_8).strip().split(" ", 2);
    byte[] said = parts[0].getBytes(StandardCharsets.UTF_8);
    if (MessageDigest.isEqual(said, word.getBytes(StandardCharsets.UTF_8))) {
      hear(parts.length > 1 ? parts[1] : "");
      caller.getOutputStream().write(OK.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Claim handOver(Path meeting, String toOpen) {
    try {
      String[] where = Files.readString(meeting).strip().split(" ");
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(where[0]))) {
        socket.setSoTimeout(TIMEOUT_MS);
        OutputStream out = socket.getOutputStream();
        out.write((where[1] + " " + toOpen).getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (OK.equals(in.readLine())) {
          return new Claim.HandedOver();
        }
      }
    } catch (IOException | RuntimeException e) {
      return new Claim.Failed(
          "it runs already with this folder, and does not answer: " + e.getMessage());
    }
    return new Claim.Failed("it runs already with this folder, and does not answer");
  }

  /**
   * From now on told what others want opened, empty for the window alone; what came before is told
   * at once. On any thread.
   */
  void onOpen(Consumer<String> told) {
    List<String> waiting;
    synchronized (this) {
      opener = told;
      waiting = List.copyOf(early);
      early.clear();
    }
    waiting.forEach(told);
  }

  private void hear(String toOpen) {
    Consumer<String> told;
    synchronized (this) {
      told = opener;
      if (told == null) {
        if (early.size() < 16) {
          early.add(toOpen);
        }
        return;
      }
    }
    told.accept(toOpen);
  }

  /** Frees the folder. */
  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(meeting);
      channel.close();
    } catch (IOException e) {
      // the system frees what is left when the process ends
    }
  }
}
