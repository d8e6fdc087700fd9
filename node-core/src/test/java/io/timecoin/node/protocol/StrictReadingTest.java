package io.timecoin.node.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.samples.SmallNetwork;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with which code, and that the answer repeats the request's id. */
class StrictReadingTest {
  private static final String TXID = "a".repeat(64);

  private final MessageCodec codec = new MessageCodec();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "[]",
        "\"GetStatus\"",
        "7",
        "null",
        "{}",
        "{'type':7}",
        "{'type':null}",
        "{'type':['GetStatus']}",
        "{'type':''}",
        "{'Type':'GetStatus'}",
        "{'type':'GetStatus'",
        "{'type':'GetStatus'}}",
        "{'type':'GetStatus'}{'type':'GetStatus'}",
        "{'type':'GetStatus'} x",
        "{'type':'GetStatus',}",
        "{'type':'GetStatus','type':'GetStatus'}",
        "{'type':'GetStatus','x':1,'x':1}",
        "{'type':'GetStatus','x':{'y':1,'y':2}}",
        "{'x':1,'type':'GetStatus','x':1}",
        "{'x':1,'type':'GetStatus','type':'Ping'}",
        "{'type':'Nobody','x':1,'x':1}",
        "{'type':'Nobody','x':[1,}",
        "{type:'GetStatus'}",
        "{'type':'GetStatus'/* why */}",
        "{'type':'GetStatus','x':NaN}",
        "{'type':'GetStatus','x':01}",
        "{'type':'GetStatus','x':'\t'}",
        "{'type':'GetStatus','x':'\\x'}",
        "{'type':'GetStatus','request_id':7}",
        "{'type':'GetStatus','request_id':'\\ud800'}",
        "{'type':'Ping'}",
        "{'type':'Ping','nonce':null}",
        "{'type':'Ping','nonce':'1'}",
        "{'type':'Ping','nonce':1.0}",
        "{'type':'Ping','nonce':1e3}",
        "{'type':'Ping','nonce':-0}",
        "{'type':'Ping','nonce':true}",
        "{'type':'Ping','nonce':[1]}",
        "{'type':'Ping','nonce':9223372036854775808}",
        "{'type':'Ping','nonce':1,'nonce':1}",
        "{'type':'UTXOStateQuery'}",
        "{'type':'UTXOStateQuery','outpoints':'@:0'}",
        "{'type':'UTXOStateQuery','outpoints':[7]}",
        "{'type':'UTXOStateQuery','outpoints':[{'txid':'@','vout':0}]}",
        "{'type':'UTXOSubscribe','outpoints':[],'addresses':[]}",
        "{'type':'UTXOSubscribe','outpoints':[],'addresses':[],'subscriber_id':''}",
        "{'type':'UTXOStateResponse','states':[{'outpoint':{'txid':'@','vout':0}}]}",
        "{'type':'UTXOStateResponse','states':[{'outpoint':{'txid':'@','vout':-1},'state':null}]}",
        "{'type':'Error','code':'nobody','message':''}",
      })
  void whatIsNoMessageIsMalformed(String text) {
    assertThat(refusal(text).code()).isEqualTo(ErrorCode.MALFORMED);
  }

  @Test
  void refusalRepeatsTheRequestIdWhereverItStands() {
    assertThat(refusal("{'type':'Ping','request_id':'r1'}").requestId()).isEqualTo("r1");
    assertThat(refusal("{'request_id':'r2','type':'Ping','nonce':1.5}").requestId())
        .isEqualTo("r2");
    assertThat(refusal("{'type':'Ping','nonce':'','request_id':'r3'}").requestId()).isEqualTo("r3");
    assertThat(refusal("{'type':'Ping','request_id':'r4','x':}").requestId()).isEqualTo("r4");
    assertThat(refusal("{'x':{'request_id':'no'},'type':'Ping'}").requestId()).isNull();
    assertThat(refusal("{'type':'Ping','x':}").requestId()).isNull();
    assertThat(refusal("{'type':'Ping','request_id':7}").requestId()).isNull();
  }

  @Test
  void refusalSaysWhereAndWhy() {
    assertThat(refusal("{'type':'Ping'}").message()).isEqualTo("field nonce is missing");
    assertThat(refusal("{'type':'Ping','nonce':1.5}").message())
        .isEqualTo("nonce: must be an integer");
    assertThat(
            refusal(
                    "{'type':'UTXOStateResponse','states':[{'outpoint':{'txid':'@'},'state':null}]}")
                .message())
        .isEqualTo("states[0].outpoint: field vout is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'UTXOStateQuery','outpoints':['@:0','@:x']} | invalid_outpoint | outpoints[1]:"
            + " \"@:x\"",
        "{'type':'UTXOStateQuery','outpoints':['@:0','@:-1','no']} | invalid_outpoint | [1]:"
            + " \"@:-1\"",
        "{'type':'UTXOSubscribe','outpoints':['A:0'],'addresses':[],'subscriber_id':'s'}"
            + " | invalid_outpoint | outpoints[0]: \"A:0\"",
        "{'type':'UTXOSubscribe','outpoints':[],'addresses':['TIME1x','TIME0'],'subscriber_id':'s'}"
            + " | invalid_address | addresses[0]: \"TIME1x\": address",
        "{'type':'GetAddressHistory','address':'TIME2','limit':5} | invalid_address | must start"
            + " with",
        "{'type':'Handshake','protocol_version':1,'network':'moon'} | wrong_network | network:"
            + " must",
      })
  void wrongValueInARequestHasItsOwnCodeAndNamesTheFirst(String text, String code, String why) {
    Error error = refusal(text);

    assertThat(error.code().wireName()).isEqualTo(code);
    assertThat(error.message()).contains(why.replace("@", TXID));
  }

  @Test
  void harmfulTextIsNotEchoed() {
    Error error =
        refusal("{'type':'UTXOStateQuery','outpoints':['\\u001b[31m" + "x".repeat(5_000) + "']}");

    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_OUTPOINT);
    assertThat(error.message()).hasSizeLessThan(250).doesNotContain("\u001b");
  }

  @Test
  void thousandOutpointsAreAQueryAndOneMoreAreTooMany() throws ProtocolException {
    assertThat(codec.decode(query(FrameLimits.QUERY_OUTPOINTS_MAX)))
        .isInstanceOfSatisfying(
            NetworkMessage.UtxoStateQuery.class, q -> assertThat(q.outpoints()).hasSize(1_000));
    assertThat(refusal(query(FrameLimits.QUERY_OUTPOINTS_MAX + 1)).code())
        .isEqualTo(ErrorCode.TOO_MANY);
  }

  private static String query(int outpoints) {
    return IntStream.range(0, outpoints)
        .mapToObj(i -> "\"" + new OutPoint(SmallNetwork.txid("t"), i) + "\"")
        .collect(Collectors.joining(",", "{\"type\":\"UTXOStateQuery\",\"outpoints\":[", "]}"));
  }

  @Test
  void depthNamesAndSizeAreBounded() {
    Error deep = refusal("{'type':'x','y':" + "[".repeat(127) + "]".repeat(127) + "}");
    assertThat(deep.code()).isEqualTo(ErrorCode.MALFORMED);
    assertThat(deep.message()).startsWith("nested deeper than 127");
    Error name = refusal("{'type':'x','" + "y".repeat(1_001) + "':1}");
    assertThat(name.code()).isEqualTo(ErrorCode.MALFORMED);
    assertThat(name.message()).contains("longer than 1000 characters");
    assertThat(refusal("{'type':'" + "y".repeat(1_000) + "'}").code())
        .isEqualTo(ErrorCode.MALFORMED);
    byte[] large = new byte[FrameLimits.MESSAGE_BYTES_MAX + 1];
    assertThat(catchThrowableOfType(ProtocolException.class, () -> codec.decode(large)).code())
        .isEqualTo(ErrorCode.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
  void onlyUtf8IsRead(String charset) {
    byte[] bytes = "{\"type\":\"GetStatus\"}".getBytes(Charset.forName(charset));

    assertThat(catchThrowableOfType(ProtocolException.class, () -> codec.decode(bytes)).code())
        .isEqualTo(ErrorCode.MALFORMED);
  }

  @Test
  void bytesThatAreNoUtf8AreMalformed() {
    byte[] bytes = "{\"type\":\"GetStatus\",\"x\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
    bytes[bytes.length - 3] = (byte) 0xff;

    assertThat(catchThrowableOfType(ProtocolException.class, () -> codec.decode(bytes)).code())
        .isEqualTo(ErrorCode.MALFORMED);
  }

  @Test
  void randomBytesNeverDoMoreThanBeRefused() {
    Random random = new Random(42);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);

      assertThat(catchThrowableOfType(ProtocolException.class, () -> codec.decode(bytes)))
          .isNotNull();
    }
  }

  @Test
  void unknownTypesAndFieldsAreIgnored() throws ProtocolException {
    assertThat(read("{'type':'Later','block':{'height':[1,2,{'x':null}]}}"))
        .isEqualTo(new NetworkMessage.Unknown("Later"));
    assertThat(read("{'later':{'a':[1.5,true]},'type':'GetStatus','request_id':'r'}"))
        .isEqualTo(new NetworkMessage.GetStatus("r"));
    assertThat(read("{'type':'GetStatus','request_id':null}"))
        .isEqualTo(new NetworkMessage.GetStatus(null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.encode(new NetworkMessage.Unknown("x")));
  }

  @Test
  void whatIsIgnoredMayBeAsLongAsTheMessage() throws ProtocolException {
    String digits = "9".repeat(3_000_000);
    for (String value :
        List.of(digits, "1." + digits, "'" + digits + "'", "[".repeat(126) + "]".repeat(126))) {
      assertThat(read("{'type':'GetStatus','later':" + value + "}"))
          .isEqualTo(new NetworkMessage.GetStatus(null));
    }
  }

  @Test
  void whatIsUsedIsRefusedForItsOwnReasonHoweverLong() {
    String digits = "9".repeat(3_000_000);
    assertThat(refusal("{'type':'Ping','nonce':" + digits + "}").message())
        .startsWith("nonce: must be an integer from ");
    assertThat(refusal("{'type':'" + digits + "'}").message()).startsWith("type: ");
  }

  @Test
  void certificateFileMustBeThatMessage() {
    assertThat(
            catchThrowableOfType(
                ProtocolException.class, () -> codec.readCertificate("{\"type\":\"GetStatus\"}")))
        .hasMessage("this is no FinalityCertificate");
  }

  @Test
  void listsReadCannotBeChanged() throws ProtocolException {
    NetworkMessage.GetTransactions read =
        (NetworkMessage.GetTransactions) read("{'type':'GetTransactions','txids':['@']}");
    List<?> txids = read.txids();

    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(txids::clear);
  }

  private NetworkMessage read(String text) throws ProtocolException {
    return codec.decode(json(text));
  }

  private Error refusal(String text) {
    return catchThrowableOfType(ProtocolException.class, () -> codec.decode(json(text))).toError();
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"').replace("@", TXID);
  }
}
