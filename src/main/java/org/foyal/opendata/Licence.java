package org.foyal.opendata;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The licences that we know by their address; others are told in their own words.
enum Licence {
  /// Shares alike, so it holds for whatever contains a part under it.
  ODBL("ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/", "odbl"),
  LICENCE_OUVERTE(
      "Licence Ouverte 2.0",
      "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
      "licence ouverte"),
  CC_BY("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "cc by");

  private final String title;
  private final URI address;
  private final String sign;

  Licence(String title, String address, String sign) {
    this.title = title;
    this.address = URI.create(address);
    this.sign = sign;
  }

  String title() {
    return title;
  }

  URI address() {
    return address;
  }

  /// The one that holds for data under these licences, as importers wrote them: the most demanding
  /// first; none while there is one that we don't know and none that shares alike.
  static Optional<Licence> of(Collection<String> written) {
    for (var licence : values()) {
      boolean holds =
          licence == ODBL
              ? written.stream().anyMatch(licence::signs)
              : !written.isEmpty() && written.stream().allMatch(licence::signs);
      if (holds) {
        return Optional.of(licence);
      }
    }
    return Optional.empty();
  }

  private boolean signs(String written) {
    return written.toLowerCase(Locale.ROOT).contains(sign);
  }
}
