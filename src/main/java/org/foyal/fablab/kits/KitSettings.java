package org.foyal.fablab.kits;

import java.util.List;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is shown beside kits.
///
/// @param clubs codes of the courses whose next sessions are shown as robotics clubs and challenges
@ConfigurationProperties("foyal.fablab.kits")
record KitSettings(
    @Setting(
            "Codes of the courses whose next sessions are shown beside kits, as robotics clubs and challenges.")
        @DefaultValue({"club-robotique", "defi-robotique"})
        List<String> clubs) {
  /// Keeps the list as it is.
  KitSettings {
    clubs = List.copyOf(clubs);
  }
}
