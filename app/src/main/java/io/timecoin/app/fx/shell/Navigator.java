package io.timecoin.app.fx.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Which screen is shown. A page of the rail replaces everything; a detail opened on it, such as one
 * transaction, can be gone back from. Pages are made once and kept. FX thread only.
 */
public final class Navigator {

  private final List<Page> pages;
  private final Map<String, Node> made = new HashMap<>();
  private final Deque<Screen> behind = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<@Nullable Page> page =
      new ReadOnlyObjectWrapper<>(this, "page");
  private final ReadOnlyObjectWrapper<@Nullable Node> content =
      new ReadOnlyObjectWrapper<>(this, "content");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");

  private record Screen(String title, Node content) {}

  /** The pages in the order of the rail; none is shown until {@link #go}. */
  public Navigator(List<Page> pages) {
    this.pages = List.copyOf(pages);
  }

  /** In the order of the rail. */
  public List<Page> pages() {
    return pages;
  }

  /**
   * Shows a page and forgets the details opened before.
   *
   * @throws IllegalArgumentException if no page has this id
   */
  public void go(String id) {
    Page next =
        pages.stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no page " + id));
    behind.clear();
    page.set(next);
    show(new Screen(next.title(), made.computeIfAbsent(id, _ -> next.content().get())));
  }

  /** Shows a detail on top of what is shown now; {@link #back} returns there. */
  public void open(String detailTitle, Node detail) {
    Node now = content.get();
    if (now != null) {
      behind.push(new Screen(title.get(), now));
    }
    show(new Screen(detailTitle, detail));
  }

  /** Returns to what was shown before the last detail; does nothing on a page. */
  public void back() {
    Screen before = behind.poll();
    if (before != null) {
      show(before);
    }
  }

  /** The page of the rail that is shown or that the details belong to; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** What fills the content area; null before the first page. */
  public ReadOnlyObjectProperty<@Nullable Node> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** What the top bar says. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** Whether a detail is shown. */
  public ReadOnlyBooleanProperty canGoBackProperty() {
    return canGoBack.getReadOnlyProperty();
  }

  private void show(Screen screen) {
    title.set(screen.title());
    content.set(screen.content());
    canGoBack.set(!behind.isEmpty());
  }
}
