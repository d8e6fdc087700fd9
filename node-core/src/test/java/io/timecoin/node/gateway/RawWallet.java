package io.timecoin.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;

/** A client on a bare socket: sends what no proper client would, and reads only when told. */
final class RawWallet implements AutoCloseable {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  record Frame(int opcode, byte[] payload) {
    String text() {
      return new String(payload, UTF_8);
    }

    int closeCode() {
      return ByteBuffer.wrap(payload).getShort() & 0xffff;
    }
  }

  private final Socket socket = new Socket();
  private final DataInputStream in;

  private RawWallet(String host, int port, int receiveBytes) throws IOException {
    if (receiveBytes > 0) {
      socket.setReceiveBufferSize(receiveBytes);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    socket.connect(new InetSocketAddress(host, port), 10_000);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  static RawWallet dial(int port) throws IOException {
    return new RawWallet("127.0.0.1", port, 0);
  }

  /** Upgraded already. */
  static RawWallet connect(int port) throws IOException {
    RawWallet wallet = new RawWallet("127.0.0.1", port, 0);
    wallet.upgrade("Host: localhost");
    return wallet;
  }

  /** Upgraded already, from that address of this machine to the same. */
  static RawWallet connect(String host, int port) throws IOException {
    RawWallet wallet = new RawWallet(host, port, 0);
    wallet.upgrade("Host: " + host + ":" + port);
    return wallet;
  }

  /** Upgraded already, with little room for what it does not read. */
  static RawWallet connectWithSmallBuffer(int port) throws IOException {
    RawWallet wallet = new RawWallet("127.0.0.1", port, 4096);
    wallet.upgrade("Host: localhost");
    return wallet;
  }

  /** Status line of the answer to an upgrade request with these headers. */
  String upgrade(String... headers) throws IOException {
    write("GET / HTTP/1.1\r\n");
    for (String header : headers) {
      write(header + "\r\n");
    }
    write(
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    return readHead().getFirst();
  }

  void write(String ascii) throws IOException {
    write(ascii.getBytes(US_ASCII));
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  List<String> readHead() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(US_ASCII).endsWith("\r\n\r\n")) {
      head.write(in.readUnsignedByte());
    }
    return head.toString(US_ASCII).lines().toList();
  }

  /** Whether the other side closed without sending anything more. */
  boolean isAtEnd() throws IOException {
    try {
      return in.read() < 0;
    } catch (java.net.SocketException e) {
      return true; // reset
    }
  }

  void frame(int opcode, boolean fin, byte[] payload) throws IOException {
    write(frameBytes(opcode, fin, payload));
  }

  void text(String text) throws IOException {
    frame(TEXT, true, text.getBytes(UTF_8));
  }

  static byte[] frameBytes(int opcode, boolean fin, byte[] payload) {
    byte[] mask = {1, 2, 3, 4};
    byte[] header = header(opcode, fin, payload.length);
    ByteBuffer frame = ByteBuffer.allocate(header.length + 4 + payload.length);
    frame.put(header).put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i & 3]));
    }
    return frame.array();
  }

  /** Of a masked frame, up to the mask. */
  static byte[] header(int opcode, boolean fin, long length) {
    ByteBuffer header = ByteBuffer.allocate(10).put((byte) (opcode | (fin ? 0x80 : 0)));
    if (length < 126) {
      header.put((byte) (0x80 | length));
    } else if (length <= 0xffff) {
      header.put((byte) (0x80 | 126)).putShort((short) length);
    } else {
      header.put((byte) (0x80 | 127)).putLong(length);
    }
    byte[] bytes = new byte[header.position()];
    header.flip().get(bytes);
    return bytes;
  }

  Frame read() throws IOException {
    int first = in.readUnsignedByte();
    long length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] payload = new byte[(int) length];
    in.readFully(payload);
    return new Frame(first & 0x0f, payload);
  }

  /** Reads on until the close frame; 1006 if the socket ends without one. */
  int readToClose() throws IOException {
    try {
      while (true) {
        Frame frame = read();
        if (frame.opcode() == CLOSE) {
          return frame.closeCode();
        }
      }
    } catch (EOFException | java.net.SocketException e) {
      return 1006;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
