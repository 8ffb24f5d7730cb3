package org.foyal.people.keys;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a form shows to choose a second factor.
///
/// @param key the secret in groups of four, for who can't take the picture
/// @param problems the key of what is wrong, by field
public record FactorOffer(
    QrDrawing drawing,
    String key,
    String address,
    FactorChoice choice,
    Map<String, String> problems) {
  /// The offer of a secret to a person.
  public static FactorOffer of(
      Totp offered,
      String issuer,
      String email,
      FactorChoice choice,
      Map<String, String> problems) {
    var address = offered.address(issuer, email);
    return new FactorOffer(
        QrDrawing.of(address),
        offered.typed().replaceAll("(.{4})(?=.)", "$1 "),
        address,
        choice,
        problems);
  }

  /// The key of what is wrong with a field.
  public @Nullable String problem(String field) {
    return problems.get(field);
  }
}
