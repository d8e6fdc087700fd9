package io.timecoin.app.fx.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * A screen reached from the left rail.
 *
 * @param id stable name, for going there by code
 * @param title the word on the rail and in the top bar
 * @param content makes the screen, once, when it is first gone to
 */
public record Page(String id, String title, Ikon icon, Supplier<? extends Node> content) {}
