package io.timecoin.app.state;

import io.timecoin.node.base.Txid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of requests, so that an answer tells what it answers. */
public final class RequestIds {

  /** For the subscription. */
  public static final String SUBSCRIBE = "subscribe";

  /** For new blocks. */
  public static final String BLOCKS = "blocks";

  /** For an operator's command. */
  public static final String ADMIN = "admin";

  private static final String FIND = "find-block-";
  private static final String BROADCAST = "broadcast-";

  private RequestIds() {}

  /** For a search of that text among the blocks. */
  public static String blockSearch(String text) {
    return FIND + text;
  }

  /** The text whose search is answered, if it is one. */
  static Optional<String> blockSearchOf(@Nullable String requestId) {
    return requestId != null && requestId.startsWith(FIND)
        ? Optional.of(requestId.substring(FIND.length()))
        : Optional.empty();
  }

  /** For the broadcast of that transaction. */
  public static String broadcast(Txid txid) {
    return BROADCAST + txid;
  }

  /** The transaction whose broadcast is answered, if it is one. */
  public static Optional<Txid> broadcastOf(@Nullable String requestId) {
    if (requestId == null || !requestId.startsWith(BROADCAST)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Txid.parse(requestId.substring(BROADCAST.length())));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // another program's name for another request
    }
  }
}
