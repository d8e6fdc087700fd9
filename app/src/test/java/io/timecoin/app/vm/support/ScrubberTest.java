package io.timecoin.app.vm.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

  private static final String TOKEN = "q7Zk2-secret-token";

  private final Scrubber scrubber = new Scrubber(List.of(TOKEN, ""), "/home/satoshi", "satoshi");

  @Test
  void knownSecretIsTakenOutWhereverItStands() {
    assertThat(scrubber.clean("x" + TOKEN + "y")).isEqualTo("x[removed]y");
    assertThat(scrubber.removed()).isEqualTo(1);
  }

  @Test
  void homeAndNameAreHidden() {
    assertThat(scrubber.clean("/home/satoshi/.local and satoshi")).isEqualTo("~/.local and [user]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password=hunter2 next|password=[removed] next",
        "\"admin_token\": \"abc\", \"x\": 1|\"admin_token\": \"[removed]\", \"x\": 1",
        "Authorization: Bearer abc.def|Authorization: Bearer [removed]",
        "private key: 00ff|private key: [removed]"
      })
  void whatSoundsSecretLosesItsValue(String text, String clean) {
    assertThat(scrubber.clean(text)).isEqualTo(clean);
  }

  @Test
  void wordsOfAWalletAreTakenOut() {
    String words = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    assertThat(scrubber.clean("words: " + words + ".")).doesNotContain("sausage");
  }

  @Test
  void sameAddressKeepsTheSameName() {
    String me = Messages.ME.toString();
    String bob = Messages.BOB.toString();
    assertThat(scrubber.clean(me + " pays " + bob + ", " + me))
        .isEqualTo("address-1 pays address-2, address-1");
    assertThat(scrubber.clean(bob)).isEqualTo("address-2");
  }

  @Test
  void otherComputersAreHiddenAndThisOneIsNot() {
    assertThat(scrubber.clean("127.0.0.1:24000 to 203.0.113.7:24000 and [2001:db8::7]:24000"))
        .isEqualTo("127.0.0.1:24000 to host-1:24000 and host-2:24000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:03:04.123 Discipline - banned f26239f92ce2e59f54e861af392942c02c1c22a02e4e09eb29",
        "Timekeeper 0.1.0-SNAPSHOT",
        "height 12, 7 of 7 masternodes"
      })
  void publicFactsStay(String text) {
    assertThat(scrubber.clean(text)).isEqualTo(text);
    assertThat(scrubber.removed()).isZero();
  }
}
