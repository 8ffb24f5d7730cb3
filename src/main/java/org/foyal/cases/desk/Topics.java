package org.foyal.cases.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.cases.Case;
import org.foyal.cases.CaseQueue.Topic;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What cases are about and where, by name: for the filters of the queue, its lines and its file.
@Component
class Topics {
  private final List<CaseTopics> rooms;
  private final Territory territory;

  Topics(List<CaseTopics> rooms, Territory territory) {
    this.rooms = rooms;
    this.territory = territory;
  }

  /// What can be chosen, by what a form sends: the room and the code.
  Map<String, String> options(Language reader) {
    var found = new LinkedHashMap<String, String>();
    for (var room : rooms) {
      room.names()
          .get()
          .forEach((code, name) -> found.put(room.kind() + ":" + code, name.in(reader)));
    }
    return found;
  }

  /// The neighbourhoods by code.
  Map<String, String> areas() {
    var found = new LinkedHashMap<String, String>();
    territory.listAreas(Area.Kind.IRIS).forEach(one -> found.put(one.code(), one.name()));
    return found;
  }

  /// What a form sent; nothing when it names none.
  static @Nullable Topic read(@Nullable String typed) {
    var parts = typed == null ? new String[0] : typed.split(":", 2);
    return parts.length == 2 && parts[0].matches("[a-z]{1,40}") && Plain.isCode(parts[1])
        ? new Topic(parts[0], parts[1])
        : null;
  }

  /// What a case is about, as a form would send it.
  static String key(Case one) {
    return one.kind() + ":" + one.about().topic().orElse("");
  }
}
