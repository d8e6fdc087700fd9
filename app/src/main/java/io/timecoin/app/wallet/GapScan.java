package io.timecoin.app.wallet;

import io.timecoin.app.wallet.keys.AccountKeys;
import io.timecoin.app.wallet.keys.ChainPosition;
import io.timecoin.app.wallet.keys.KeyChain;
import io.timecoin.app.wallet.keys.Positions;
import io.timecoin.node.base.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds how far an account was used when only its words are left: asks for addresses until {@value
 * ChainPosition#GAP} in a row were never paid, on each chain. Immutable.
 *
 * <pre>{@code
 * GapScan scan = GapScan.start(keys);
 * while (!scan.wanted().isEmpty()) {
 *   scan = scan.told(scan.wanted(), whichOfThemWerePaid);
 * }
 * Positions found = scan.found();
 * }</pre>
 */
public final class GapScan {

  private final AccountKeys keys;
  private final Positions found;
  private final Set<Address> answered;

  private GapScan(AccountKeys keys, Positions found, Set<Address> answered) {
    this.keys = keys;
    this.found = found;
    this.answered = answered;
  }

  /** Nothing is known yet. */
  public static GapScan start(AccountKeys keys) {
    return new GapScan(keys, Positions.START, Set.of());
  }

  /** Addresses nobody has answered for yet; empty when the search is over. */
  public List<Address> wanted() {
    List<Address> wanted = new ArrayList<>();
    for (KeyChain chain : KeyChain.values()) {
      wanted.addAll(keys.addresses(chain, found.of(chain).searched()));
    }
    wanted.removeIf(answered::contains);
    return List.copyOf(wanted);
  }

  /**
   * What was learned. Answers may come in any order and in parts.
   *
   * @param asked the addresses this answers for
   * @param paid those that ever held money; strangers among them are ignored
   */
  public GapScan told(Collection<Address> asked, Collection<Address> paid) {
    Set<Address> nowAnswered = new HashSet<>(answered);
    nowAnswered.addAll(asked);
    Positions nowFound = found;
    for (Address address : paid) {
      var path = keys.pathOf(address);
      if (path.isPresent()) {
        nowFound = nowFound.paid(path.get());
      }
    }
    return new GapScan(keys, nowFound, nowAnswered);
  }

  /** How far the chains were used, as far as known. */
  public Positions found() {
    return found;
  }
}
