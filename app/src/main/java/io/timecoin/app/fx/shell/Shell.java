package io.timecoin.app.fx.shell;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The window's inside: rail at the left, top bar, the current screen, status bar, and notifications
 * above the screen. Ctrl+1 … Ctrl+9 go to the pages, Ctrl+F to the search, Alt+Left back, Ctrl+K to
 * everything that can be done.
 */
public final class Shell extends StackPane {

  private static final Texts TEXTS = Texts.of(Shell.class);
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Navigator navigator;
  private final TopBar topBar;
  private final StatusBar statusBar = new StatusBar();
  private final Notifier notifier = new Notifier();
  private final VBox banners = new VBox();
  private final StackPane content = new StackPane();
  private final Palette palette = new Palette();
  private Supplier<List<Command>> commands = List::of;

  /** Shows nothing until {@link Navigator#go} names the first page. */
  public Shell(Navigator navigator, Theme theme) {
    this.navigator = navigator;
    this.topBar = new TopBar(navigator, theme);
    getStyleClass().add("tk-shell");
    content.getStyleClass().add("tk-content");
    BorderPane middle = new BorderPane(new StackPane(content, notifier));
    middle.setTop(new VBox(topBar, banners));
    BorderPane frame = new BorderPane(middle);
    frame.setLeft(new NavRail(navigator));
    frame.setBottom(statusBar);
    getChildren().addAll(frame, palette);
    navigator.contentProperty().subscribe(this::showContent);
    addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
  }

  /** Title, ribbon and search. */
  public TopBar topBar() {
    return topBar;
  }

  /** Connection, network, height, age, tasks. */
  public StatusBar statusBar() {
    return statusBar;
  }

  /** For short messages over the screen. */
  public Notifier notifier() {
    return notifier;
  }

  /** Puts one more line above the screens. */
  public void addBanner(Banner banner) {
    banners.getChildren().add(banner);
  }

  /** Marks everything on the screens as what was, not what is. */
  public void setStale(boolean stale) {
    content.pseudoClassStateChanged(STALE, stale);
  }

  /** What Ctrl+K offers besides the pages; asked for each time. */
  public void setCommands(Supplier<List<Command>> offered) {
    commands = offered;
  }

  private void openPalette() {
    List<Command> all = new ArrayList<>(commands.get());
    int number = 1;
    for (Page page : navigator.pages()) {
      String keys = number <= NavRail.SHORTCUTS_MAX ? Command.control(String.valueOf(number)) : "";
      all.add(
          new Command(
              "go-" + page.id(),
              TEXTS.get("palette.go", page.title()),
              keys,
              page.icon(),
              () -> navigator.go(page.id())));
      number++;
    }
    palette.open(all);
  }

  private void showContent(@Nullable Node node) {
    if (holdsFocus()) {
      content.requestFocus(); // else it falls to the search field when its owner leaves
    }
    content.getChildren().setAll(node == null ? List.of() : List.of(node));
  }

  private boolean holdsFocus() {
    Node at = getScene() == null ? null : getScene().getFocusOwner();
    while (at != null && !at.equals(content)) {
      at = at.getParent();
    }
    return at != null;
  }

  private void shortcut(KeyEvent event) {
    if (palette.isOpen()) {
      return; // the keys are its own
    }
    if (event.isShortcutDown() && event.getCode() == KeyCode.K) {
      openPalette();
      event.consume();
    } else if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
      navigator.back();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      topBar.focusSearch();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode().isDigitKey()) {
      int number = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
      if (number >= 0 && number < navigator.pages().size()) {
        navigator.go(navigator.pages().get(number).id());
        event.consume();
      }
    }
  }
}
