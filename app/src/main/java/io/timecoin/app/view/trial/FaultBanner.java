package io.timecoin.app.view.trial;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.shell.Banner;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.trial.Faults;
import io.timecoin.app.vm.trial.TrialModel;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** Says on every page what was broken on purpose, so that nobody forgets it. */
public final class FaultBanner {

  private static final Texts TEXTS = Texts.of(FaultBanner.class);

  private FaultBanner() {}

  /** A line that is there as long as something is broken. */
  public static Banner of(TrialModel model) {
    Button heal = Parts.button(TEXTS.get("heal"), Feather.HEART, model::heal, "small");
    heal.setId("banner-heal");
    heal.disableProperty().bind(model.busyProperty());
    Banner banner = new Banner(BadgeState.CONTESTED, Feather.ZAP, heal);
    banner.setId("faults");
    banner
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(model),
                model.faultsProperty(),
                model.awayProperty(),
                model.busyProperty()));
    return banner;
  }

  private static String words(TrialModel model) {
    Faults faults = model.faultsProperty().get();
    List<String> parts = new ArrayList<>();
    if (!faults.stopped().isEmpty()) {
      parts.add(TEXTS.get("banner.stopped", faults.stopped().size()));
    }
    if (faults.delayMillis() > 0) {
      parts.add(TEXTS.get("banner.delay", Formats.standard().millis(faults.delayMillis())));
    }
    if (!faults.apart().isEmpty()) {
      int apart = faults.apart().size();
      parts.add(TEXTS.get("banner.split", apart, model.nodes().size() - apart));
    }
    if (model.awayProperty().get()) {
      parts.add(TEXTS.get("banner.away"));
    }
    if (model.busyProperty().get()) {
      parts.add(TEXTS.get("banner.busy"));
    }
    return parts.isEmpty() ? "" : TEXTS.get("banner", String.join(" · ", parts));
  }
}
