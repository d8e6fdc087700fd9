package io.timecoin.app.vm;

import io.timecoin.app.wallet.Contact;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.protocol.StatusReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is who: contacts by address, masternodes by key as the node names them. */
public final class Names {

  private final Supplier<List<Contact>> contacts;

  /** Contacts that stay as they are. */
  public Names(List<Contact> contacts) {
    List<Contact> copy = List.copyOf(contacts);
    this.contacts = () -> copy;
  }

  /** Contacts as they are at the moment; the supplier is asked each time. */
  public Names(Supplier<List<Contact>> contacts) {
    this.contacts = contacts;
  }

  /** All of them. */
  public List<Contact> contacts() {
    return contacts.get();
  }

  /** The contact at that address. */
  public Optional<String> of(Address address) {
    return contacts().stream()
        .filter(contact -> contact.address().equals(address))
        .map(Contact::name)
        .findFirst();
  }

  static Map<PublicKey, StatusReport.Participation> masternodes(@Nullable StatusReport report) {
    return report == null
        ? Map.of()
        : report.participation().stream()
            .collect(Collectors.toMap(StatusReport.Participation::publicKey, p -> p, (a, _) -> a));
  }
}
