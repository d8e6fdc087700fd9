package io.timecoin.node.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.Framedata;

class FrameReaderTest {
  private static final int MAX = 300;

  /** Fragments the text at random, with a ping between any two fragments. */
  private static byte[] frames(String text, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(UTF_8);
    int at = 0;
    boolean last;
    do {
      int size = random.nextInt(bytes.length - at + 1);
      last = at + size == bytes.length && random.nextInt(4) > 0;
      byte[] part = Arrays.copyOfRange(bytes, at, at + size);
      int opcode = at == 0 && out.size() == 0 ? RawWallet.TEXT : RawWallet.CONTINUATION;
      out.writeBytes(RawWallet.frameBytes(opcode, last, part));
      if (!last) {
        out.writeBytes(RawWallet.frameBytes(RawWallet.PING, true, new byte[random.nextInt(126)]));
      }
      at += size;
    } while (!last);
    return out.toByteArray();
  }

  private static List<Framedata> readInPieces(byte[] bytes, Random random)
      throws InvalidDataException {
    FrameReader reader = new FrameReader(MAX);
    List<Framedata> frames = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      int size = 1 + random.nextInt(bytes.length - at);
      frames.addAll(reader.read(ByteBuffer.wrap(bytes, at, size)));
      at += size;
    }
    return frames;
  }

  private static List<String> texts(List<Framedata> frames) {
    return frames.stream()
        .filter(frame -> frame.getOpcode() == Opcode.TEXT)
        .map(
            frame ->
                frame instanceof FrameReader.OversizeFrame
                    ? "too large"
                    : UTF_8.decode(frame.getPayloadData().duplicate()).toString())
        .toList();
  }

  @Property(tries = 300)
  void textsArriveWholeAndInOrderHoweverTheyAreCut(
      @ForAll @Size(max = 5) List<@StringLength(max = 60) String> sent, @ForAll long seed)
      throws InvalidDataException {
    Random random = new Random(seed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> expected = new ArrayList<>();
    for (String text : sent) {
      bytes.writeBytes(frames(text, random));
      int size = text.getBytes(UTF_8).length;
      expected.add(size > MAX ? "too large" : new String(text.getBytes(UTF_8), UTF_8));
    }
    assertThat(texts(readInPieces(bytes.toByteArray(), random))).isEqualTo(expected);
  }

  @Property(tries = 200)
  void textThatIsTooLargeIsReportedOnceAndWhatFollowsIsRead(
      @ForAll @IntRange(min = MAX + 1, max = 4 * MAX) int size, @ForAll long seed)
      throws InvalidDataException {
    Random random = new Random(seed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(frames("x".repeat(size), random));
    bytes.writeBytes(frames("next", random));
    assertThat(texts(readInPieces(bytes.toByteArray(), random)))
        .containsExactly("too large", "next");
  }

  @Example
  void reasonOfClosingThatIsNoTextIsRefused() {
    byte[] frame = {(byte) 0x88, (byte) 0x84, 0, 0, 0, 0, 0x03, (byte) 0xe8, (byte) 0xff, 0x20};
    assertThatThrownBy(() -> new FrameReader(MAX).read(ByteBuffer.wrap(frame)))
        .isInstanceOfSatisfying(
            InvalidDataException.class, e -> assertThat(e.getCloseCode()).isEqualTo(1007));
  }

  @Property(tries = 500)
  void anyBytesEitherReadOrAreRefused(@ForAll byte[] bytes) {
    FrameReader reader = new FrameReader(MAX);
    try {
      assertThat(reader.read(ByteBuffer.wrap(bytes))).isNotNull();
    } catch (InvalidDataException e) {
      assertThat(e.getCloseCode()).isIn(1002, 1007, 1009);
    }
  }
}
