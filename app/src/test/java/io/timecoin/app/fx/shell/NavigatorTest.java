package io.timecoin.app.fx.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Group;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class NavigatorTest {

  private final AtomicInteger made = new AtomicInteger();
  private final Navigator navigator =
      new Navigator(
          List.of(
              new Page("send", "Send", Feather.SEND, this::make),
              new Page("utxos", "UTXOs", Feather.DATABASE, this::make)));

  private Node make() {
    made.incrementAndGet();
    return new Group();
  }

  @Test
  void pagesAreMadeWhenFirstGoneToAndKept() {
    assertThat(made).hasValue(0);
    navigator.go("send");
    Node first = navigator.contentProperty().get();
    navigator.go("utxos");
    navigator.go("send");
    assertThat(navigator.contentProperty().get()).isSameAs(first);
    assertThat(made).hasValue(2);
  }

  @Test
  void backReturnsThroughDetailsToThePage() {
    navigator.go("send");
    Node page = navigator.contentProperty().get();
    navigator.open("One", new Group());
    navigator.open("Two", new Group());
    navigator.back();
    assertThat(navigator.titleProperty().get()).isEqualTo("One");
    navigator.back();
    assertThat(navigator.contentProperty().get()).isSameAs(page);
    assertThat(navigator.canGoBackProperty().get()).isFalse();
    navigator.back();
    assertThat(navigator.titleProperty().get()).isEqualTo("Send");
  }

  @Test
  void anotherPageForgetsTheDetails() {
    navigator.go("send");
    navigator.open("One", new Group());
    navigator.go("utxos");
    assertThat(navigator.canGoBackProperty().get()).isFalse();
  }

  @Test
  void unknownPageIsRefusedAndChangesNothing() {
    navigator.go("send");
    assertThatThrownBy(() -> navigator.go("moon")).isInstanceOf(IllegalArgumentException.class);
    assertThat(navigator.titleProperty().get()).isEqualTo("Send");
  }
}
