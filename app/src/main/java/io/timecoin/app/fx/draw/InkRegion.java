package io.timecoin.app.fx.draw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * A region painted on a canvas with the {@linkplain Ink inks} of the theme.
 *
 * <p>Painted at most once a pulse, in the layout pass: after {@link #repaint()}, a change of size
 * or of theme. Children added by a subclass lie above the canvas.
 */
public abstract class InkRegion extends Region {

  private static final Map<Ink, CssMetaData<InkRegion, Color>> META = new EnumMap<>(Ink.class);
  private static final List<CssMetaData<? extends Styleable, ?>> ALL_META;

  static {
    List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
    for (Ink ink : Ink.values()) {
      CssMetaData<InkRegion, Color> meta = new InkMeta(ink);
      META.put(ink, meta);
      all.add(meta);
    }
    ALL_META = List.copyOf(all);
  }

  private final Map<Ink, StyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);
  private final Sheet sheet = new Sheet();

  /**
   * An empty sheet; the subclass sets its sizes and calls {@link #repaint()} when it has changed.
   */
  protected InkRegion() {
    getStyleClass().add("tk-ink");
    getChildren().add(sheet);
    META.forEach(
        (ink, meta) -> {
          StyleableObjectProperty<Color> value =
              new SimpleStyleableObjectProperty<>(meta, this, ink.property(), Ink.UNSET);
          value.addListener((_, _, _) -> repaint());
          inks.put(ink, value);
        });
  }

  /** Paints the whole picture on a cleared canvas of the given size, in pixels of the layout. */
  protected abstract void paint(GraphicsContext g, double width, double height);

  /** Asks for a new picture at the next pulse; nothing around this region is laid out anew. */
  protected final void repaint() {
    sheet.requestLayout();
  }

  /** The colour of this ink under the current theme. */
  public final Color ink(Ink ink) {
    StyleableObjectProperty<Color> value = inks.get(ink);
    return value == null || value.get() == null ? Ink.UNSET : value.get();
  }

  /** The colour of this ink, let through to the given part. */
  public final Color ink(Ink ink, double opacity) {
    return ink(ink).deriveColor(0, 1, 1, Math.clamp(opacity, 0, 1));
  }

  @Override
  protected void layoutChildren() {
    sheet.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ALL_META;
  }

  /** What the style sheet may set on every painted region. */
  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return ALL_META;
  }

  private static final class InkMeta extends CssMetaData<InkRegion, Color> {

    private final Ink ink;

    InkMeta(Ink ink) {
      super(ink.property(), StyleConverter.getColorConverter(), Ink.UNSET);
      this.ink = ink;
    }

    @Override
    public boolean isSettable(InkRegion region) {
      StyleableObjectProperty<Color> value = region.inks.get(ink);
      return value != null && !value.isBound();
    }

    @Override
    @SuppressWarnings("NullAway") // the constructor fills the map with every ink
    public StyleableProperty<Color> getStyleableProperty(InkRegion region) {
      return region.inks.get(ink);
    }
  }

  /**
   * The canvas in a layout root of its own: a thousand repaints a second in a table must not lay
   * out the table a thousand times.
   */
  private final class Sheet extends Region {

    private final Canvas canvas = new Canvas();

    Sheet() {
      setManaged(false);
      setMouseTransparent(true);
      getChildren().add(canvas);
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth();
      double height = getHeight();
      canvas.setWidth(width);
      canvas.setHeight(height);
      GraphicsContext g = canvas.getGraphicsContext2D();
      g.clearRect(0, 0, width, height);
      if (width > 0 && height > 0) {
        g.save();
        paint(g, width, height);
        g.restore();
      }
    }
  }
}
