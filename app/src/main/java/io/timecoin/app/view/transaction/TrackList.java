package io.timecoin.app.view.transaction;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.fx.state.UtxoTrack;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.TrackView;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The outputs of one payment on their tracks; tracks are kept while their outputs stay the same.
 */
final class TrackList extends VBox {

  /** More coins than these are counted, not shown: they walk together. */
  static final int TRACKS_MAX = 4;

  private static final Texts TEXTS = Texts.of(TrackList.class);

  private final List<Line> lines = new ArrayList<>();
  private final Label more = Parts.text("", "tk-small", "tk-muted");
  private final Label none = Parts.paragraph(TEXTS.get("coins.none"), "tk-muted");

  private static final class Line extends VBox {
    private final String outPoint;
    private final UtxoTrack track = new UtxoTrack();

    Line(TrackView view) {
      super(2);
      this.outPoint = view.outPoint();
      HBox head =
          new HBox(8, new HashLabel(view.outPoint()), Parts.space(), new AmountLabel(view.units()));
      head.setAlignment(Pos.CENTER_LEFT);
      getChildren().addAll(head, track);
    }
  }

  TrackList() {
    super(8);
  }

  void show(PaymentView payment) {
    List<TrackView> shown =
        payment.tracks().subList(0, Math.min(TRACKS_MAX, payment.tracks().size()));
    List<String> outPoints = shown.stream().map(TrackView::outPoint).toList();
    if (!outPoints.equals(lines.stream().map(line -> line.outPoint).toList())) {
      lines.clear();
      shown.forEach(view -> lines.add(new Line(view)));
    }
    for (int i = 0; i < shown.size(); i++) {
      lines.get(i).track.show(Looks.walk(shown.get(i)));
    }
    int hidden = payment.tracks().size() - shown.size();
    more.setText(TEXTS.get("coins.more", hidden));
    getChildren().setAll(lines);
    if (hidden > 0) {
      getChildren().add(more);
    }
    if (lines.isEmpty()) {
      getChildren().add(none);
    }
  }
}
