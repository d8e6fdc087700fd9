package io.timecoin.app.vm.support;

import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.support.Bundle.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What would be given away, part by part; saved is what was seen, less what was left out. */
public final class SupportModel {

  private final SupportPort port;
  private final ReadOnlyObjectWrapper<Bundle> bundle =
      new ReadOnlyObjectWrapper<>(this, "bundle", Bundle.EMPTY);
  private final ReadOnlyBooleanWrapper gathering = new ReadOnlyBooleanWrapper(this, "gathering");
  private final Set<Part> leftOut = new HashSet<>();

  /** Gathers at once. */
  public SupportModel(SupportPort port) {
    this.port = port;
    gather();
  }

  /** Gathers anew; does nothing while it is being done. */
  public void gather() {
    if (gathering.get()) {
      return;
    }
    gathering.set(true);
    port.gather(
        gathered -> {
          gathering.set(false);
          leftOut.clear();
          bundle.set(gathered);
        });
  }

  /** Leaves a part out, or takes it in again. */
  public void include(Part part, boolean included) {
    if (included) {
      leftOut.remove(part);
    } else {
      leftOut.add(part);
    }
  }

  /** Writes what is included to where somebody says. */
  public void save(Consumer<Exported> done) {
    List<Part> given = new ArrayList<>(bundle.get().parts());
    given.removeAll(leftOut);
    port.save(new Bundle(given, bundle.get().removed()), done);
  }

  /** What was gathered. */
  public ReadOnlyObjectProperty<Bundle> bundleProperty() {
    return bundle.getReadOnlyProperty();
  }

  /** Whether it is being gathered. */
  public ReadOnlyBooleanProperty gatheringProperty() {
    return gathering.getReadOnlyProperty();
  }
}
