package io.timecoin.app.vm.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.vm.welcome.WatchModel.Problem;
import io.timecoin.node.base.Address;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchModelTest {

  private final Map<URI, Set<Address>> watched = new HashMap<>();
  private final WatchModel model = new WatchModel(watched::put);

  @Test
  void completeFormIsWatched() {
    model.nodeProperty().set(" ws://127.0.0.1:24202 ");
    model.addressesProperty().set(Messages.ME + ",\n" + Messages.BOB + " " + Messages.ME);
    assertThat(model.completeProperty().get()).isTrue();
    model.watch();
    assertThat(watched)
        .isEqualTo(Map.of(URI.create("ws://127.0.0.1:24202"), Set.of(Messages.ME, Messages.BOB)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "http://a:1", "ws:", "ws://", "ws://a b"})
  void whatIsNoNodeIsRefused(String text) {
    model.nodeProperty().set(text);
    assertThat(model.nodeProblemProperty().get().problem()).isEqualTo(Problem.NOT_A_NODE);
  }

  @Test
  void firstWrongAddressIsNamed() {
    model.addressesProperty().set(Messages.ME + " TIME0nonsense other");
    assertThat(model.addressesProblemProperty().get().problem()).isEqualTo(Problem.NOT_AN_ADDRESS);
    assertThat(model.addressesProblemProperty().get().entry()).isEqualTo("TIME0nonsense");
  }

  @Test
  void incompleteFormWatchesNothing() {
    model.nodeProperty().set("ws://a:1");
    model.watch();
    assertThat(watched).isEmpty();
  }
}
