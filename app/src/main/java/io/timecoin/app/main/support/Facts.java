package io.timecoin.app.main.support;

import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.settings.Preferences;
import java.nio.file.Path;
import java.util.List;

/**
 * What there is to gather at one moment.
 *
 * @param state what the node told
 * @param preferences what people chose
 * @param dataFolder where everything is kept
 * @param secrets never given away, such as a node's admin token
 */
public record Facts(
    SessionState state, Preferences preferences, Path dataFolder, List<String> secrets) {

  public Facts {
    secrets = List.copyOf(secrets);
  }
}
