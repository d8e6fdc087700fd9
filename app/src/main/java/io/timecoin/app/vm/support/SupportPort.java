package io.timecoin.app.vm.support;

import io.timecoin.app.vm.Exported;
import java.util.function.Consumer;

/** Gathers facts and gives them away. Answers on the thread of the screens. */
public interface SupportPort {

  /** Gathers what is known now, secrets taken out; returns at once. */
  void gather(Consumer<Bundle> told);

  /** Asks where to, and writes exactly these parts as one archive; returns at once. */
  void save(Bundle bundle, Consumer<Exported> done);
}
