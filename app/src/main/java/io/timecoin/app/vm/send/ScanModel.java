package io.timecoin.app.vm.send;

import io.timecoin.app.vm.send.CodePort.Problem;
import io.timecoin.app.vm.send.CodePort.Scan;
import io.timecoin.app.wallet.uri.PaymentUri;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Fills the form from a QR code: of a picture file, or of what was copied. */
public final class ScanModel {

  /** No problem, and nothing more to say of it. */
  private static final Scan.Nothing FINE = new Scan.Nothing(Problem.NONE, "");

  private final CodePort port;
  private final Consumer<String> form;
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(this, "looking");
  private final ReadOnlyObjectWrapper<Scan.Nothing> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", FINE);

  /**
   * For that form.
   *
   * @param form takes an address or a payment link
   */
  public ScanModel(CodePort port, Consumer<String> form) {
    this.port = port;
    this.form = form;
  }

  /** Asks for a picture. Does nothing while one is looked at. */
  public void file() {
    look(port::fromFile);
  }

  /** Takes what was copied. Does nothing while a picture is looked at. */
  public void clipboard() {
    look(port::fromClipboard);
  }

  private void look(Consumer<Consumer<Scan>> where) {
    if (!looking.get()) {
      looking.set(true);
      problem.set(FINE);
      where.accept(this::seen);
    }
  }

  private void seen(Scan scan) {
    looking.set(false);
    switch (scan) {
      case Scan.Found found -> form.accept(fitting(found.text().strip()));
      case Scan.Nothing nothing -> problem.set(nothing);
      case Scan.Cancelled _ -> {}
    }
  }

  /** What is far longer than a link is no link; the form says so of its beginning too. */
  private static String fitting(String text) {
    return text.substring(0, Math.min(text.length(), PaymentUri.CHARS_MAX + 1));
  }

  /** Whether a picture is being looked at. */
  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** Why the last look found nothing. */
  public ReadOnlyObjectProperty<Scan.Nothing> problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
