package org.foyal.fablab.projects;

import java.util.Optional;
import java.util.stream.Stream;

/// The licences that a project can have, by their identifiers of SPDX (https://spdx.org/licenses/):
/// those that let others make the thing again.
public enum Licence {
  CC_BY_4_0("CC-BY-4.0"),
  CC_BY_SA_4_0("CC-BY-SA-4.0"),
  CC0_1_0("CC0-1.0"),
  CERN_OHL_P_2_0("CERN-OHL-P-2.0"),
  CERN_OHL_W_2_0("CERN-OHL-W-2.0"),
  CERN_OHL_S_2_0("CERN-OHL-S-2.0"),
  MIT("MIT"),
  APACHE_2_0("Apache-2.0"),
  GPL_3_0("GPL-3.0-or-later"),
  LAL_1_3("LAL-1.3");

  private final String spdx;

  Licence(String spdx) {
    this.spdx = spdx;
  }

  /// Its identifier of SPDX.
  public String spdx() {
    return spdx;
  }

  /// The key of what it lets others do, in plain words.
  public String words() {
    return "fablab.projects.licence." + name();
  }

  /// The one of an identifier of SPDX, however it is written.
  public static Optional<Licence> find(String spdx) {
    return Stream.of(values()).filter(one -> one.spdx.equalsIgnoreCase(spdx.strip())).findFirst();
  }
}
