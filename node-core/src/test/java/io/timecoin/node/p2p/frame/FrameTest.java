package io.timecoin.node.p2p.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.node.p2p.frame.FrameException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final int LIMIT = 1000;

  private static FrameReader reading(String hex) {
    return new FrameReader(new ByteArrayInputStream(HexFormat.of().parseHex(hex)), LIMIT);
  }

  @Test
  void lengthIsFourBytesBigEndianBeforeThePayload() {
    assertThat(Frame.of(new byte[] {'{', '}'}).toBytes()).containsExactly(0, 0, 0, 2, '{', '}');
    byte[] large = Frame.of(new byte[0x12345]).toBytes();
    assertThat(large).startsWith(0x00, 0x01, 0x23, 0x45).hasSize(4 + 0x12345);
  }

  @Test
  void emptyPayloadIsNoFrame() {
    assertThatIllegalArgumentException().isThrownBy(() -> Frame.of(new byte[0]));
  }

  @Test
  void readsFramesUntilTheStreamEndsBetweenTwo() throws Exception {
    FrameReader reader = reading("00000001aa" + "00000002bbcc");
    assertThat(reader.read()).hasValueSatisfying(p -> assertThat(p).containsExactly(0xaa));
    assertThat(reader.read()).hasValueSatisfying(p -> assertThat(p).containsExactly(0xbb, 0xcc));
    assertThat(reader.read()).isEmpty();
  }

  @Test
  void zeroLengthIsRefused() {
    assertRefused(reading("00000000"), Reason.EMPTY);
  }

  @Test
  void lengthAboveTheLimitIsRefusedWithoutReadingOrAllocating() {
    assertRefused(reading("000003e9"), Reason.TOO_LARGE);
  }

  @Test
  void lengthIsUnsigned() {
    assertRefused(reading("ffffffff"), Reason.TOO_LARGE);
    assertRefused(reading("80000000"), Reason.TOO_LARGE);
  }

  @Test
  void streamThatEndsInsideHeaderOrPayloadIsTruncated() {
    assertRefused(reading("0000"), Reason.TRUNCATED);
    assertRefused(reading("00000003aabb"), Reason.TRUNCATED);
  }

  private static void assertRefused(FrameReader reader, Reason reason) {
    assertThatThrownBy(reader::read)
        .isInstanceOfSatisfying(
            FrameException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void limitChangesFromTheNextFrameOn() throws Exception {
    FrameReader reader = new FrameReader(stream(new byte[10], new byte[2000]), 10);
    assertThat(reader.read()).isPresent();
    reader.limit(2000);
    assertThat(reader.read()).hasValueSatisfying(p -> assertThat(p).hasSize(2000));
  }

  @Test
  void claimedLengthAllocatesNothingBeforeBytesArrive() {
    int claimed = Integer.MAX_VALUE - 8;
    byte[] header = HexFormat.of().parseHex("7ffffff7");
    FrameReader reader = new FrameReader(new ByteArrayInputStream(header), claimed);
    assertRefused(reader, Reason.TRUNCATED); // 2 GiB at once would not fit into a test's heap
  }

  @Property
  void whatIsWrittenIsRead(@ForAll @Size(max = 20) List<@Size(min = 1, max = 50) byte[]> payloads)
      throws Exception {
    FrameReader reader = new FrameReader(stream(payloads.toArray(byte[][]::new)), 50);
    for (byte[] payload : payloads) {
      assertThat(reader.read()).hasValueSatisfying(p -> assertThat(p).isEqualTo(payload));
    }
    assertThat(reader.read()).isEmpty();
  }

  private static InputStream stream(byte[]... payloads) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] payload : payloads) {
      Frame.of(payload).writeTo(out);
    }
    return new ByteArrayInputStream(out.toByteArray());
  }
}
