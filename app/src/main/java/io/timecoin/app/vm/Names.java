package io.timecoin.app.vm;

import io.timecoin.app.wallet.Contact;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.protocol.StatusReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is who: contacts by address, masternodes by key as the node names them. */
public record Names(List<Contact> contacts) {

  public Names {
    contacts = List.copyOf(contacts);
  }

  /** The contact at that address. */
  public Optional<String> of(Address address) {
    return contacts.stream()
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
