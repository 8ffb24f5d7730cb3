package org.foyal.things.devices;

import java.security.SecureRandom;
import java.util.List;

/// Names and codes that are drawn by lot and can be read aloud.
final class DeviceNames {
  /// How many signs a claim code has.
  static final int CODE_LENGTH = 8;

  private static final SecureRandom RANDOM = new SecureRandom();

  /// Without signs that look alike on paper (0, O, 1, I, L, U is left out against chance words).
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final List<String> FIRST =
      List.of(
          "balisier",
          "bambou",
          "cannelle",
          "carambole",
          "citron",
          "corail",
          "corossol",
          "ecume",
          "filao",
          "fougere",
          "gaiac",
          "giraumon",
          "gommier",
          "goyave",
          "hibiscus",
          "igname",
          "jasmin",
          "letchi",
          "lambi",
          "mahogany",
          "mangle",
          "mombin",
          "muscade",
          "oursin",
          "papaye",
          "quenette",
          "raisinier",
          "savane",
          "tamarin",
          "vanille",
          "vetiver",
          "ylang");

  private static final List<String> SECOND =
      List.of(
          "agile", "ample", "bleu", "calme", "clair", "dore", "droit", "fidele", "frais", "grand",
          "jaune", "joli", "juste", "leger", "libre", "lisse", "matinal", "net", "noble", "pale",
          "petit", "prompt", "pur", "rapide", "rond", "rouge", "sage", "serein", "simple", "souple",
          "vert", "vif");

  private DeviceNames() {}

  /// A name for the doors, for example `corail-vif-4217`.
  static String username() {
    return "%s-%s-%04d"
        .formatted(
            FIRST.get(RANDOM.nextInt(FIRST.size())),
            SECOND.get(RANDOM.nextInt(SECOND.size())),
            RANDOM.nextInt(10_000));
  }

  /// A claim code: 39 bits, which two days and the pace of tries keep out of reach.
  static String code() {
    var code = new StringBuilder();
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /// A code as it was typed, read as it was meant: in capitals, without blanks and hyphens.
  static String read(String typed) {
    return typed.toUpperCase(java.util.Locale.ROOT).replaceAll("[\\s-]", "");
  }
}
