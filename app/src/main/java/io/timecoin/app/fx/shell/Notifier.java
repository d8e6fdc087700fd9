package io.timecoin.app.fx.shell;

import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Short messages at the bottom left, where screens have words rather than buttons. Information and
 * success leave by themselves; errors stay until they are closed, with their details to read and
 * copy. FX thread only.
 */
public final class Notifier extends VBox {

  /** Past this many, the oldest leaves. */
  public static final int TOASTS_MAX = 4;

  /** Nothing to say. */
  public Notifier() {
    super(8);
    getStyleClass().add("tk-toasts");
    setAlignment(Pos.BOTTOM_LEFT);
    setPickOnBounds(false);
  }

  /** Something worth knowing. */
  public void info(String message) {
    add(Toast.Kind.INFO, message, null);
  }

  /** Something went well. */
  public void success(String message) {
    add(Toast.Kind.SUCCESS, message, null);
  }

  /**
   * Something went wrong.
   *
   * @param message what happened, what was kept, what to do next
   * @param details for whoever helps: codes, addresses, causes
   */
  public void error(String message, String details) {
    add(Toast.Kind.ERROR, message, details);
  }

  /**
   * Something was done that can be taken back.
   *
   * @param undo the word for that
   */
  public void undoable(String message, String undo, Runnable action) {
    Toast toast = new Toast(Toast.Kind.INFO, message, null, this::gone);
    toast.offer(undo, action);
    add(toast);
  }

  private void add(Toast.Kind kind, String message, @Nullable String details) {
    add(new Toast(kind, message, details, this::gone));
  }

  private void gone(Toast toast) {
    getChildren().remove(toast);
  }

  private void add(Toast toast) {
    if (getChildren().size() >= TOASTS_MAX) {
      getChildren().removeFirst();
    }
    getChildren().add(toast);
    toast.arrive();
  }
}
