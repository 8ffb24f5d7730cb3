package org.foyal.learning.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.learning.activity.Coop.AgeBand;
import org.foyal.learning.activity.Coop.Coded;
import org.foyal.learning.activity.Coop.Gender;
import org.foyal.learning.activity.Coop.SocialStatus;
import org.foyal.shell.language.Plain;

/// A record as a line of a file in the Coop's names: several values of a cell are parted by `|`.
/// Notes stay at home.
final class CoopFile {
  private static final String NOT_TOLD = "non_communique";

  static final List<String> HEADER = header();

  private CoopFile() {}

  private static List<String> header() {
    var header =
        new ArrayList<>(
            List.of(
                "id",
                "date",
                "type",
                "duree",
                "type_lieu",
                "structure",
                "lieu_commune",
                "thematiques",
                "thematiques_demarche_administrative",
                "precisions_demarche",
                "tags",
                "materiel",
                "autonomie",
                "oriente_vers_structure",
                "structure_de_redirection",
                "titre_atelier",
                "niveau",
                "participants",
                "deja_accompagne"));
    add(header, "genre_", Gender.values());
    add(header, "tranche_age_", AgeBand.values());
    add(header, "statut_social_", SocialStatus.values());
    header.addAll(List.of("quartiers", "version", "retire", "exemple"));
    return List.copyOf(header);
  }

  private static void add(List<String> header, String prefix, Coded... values) {
    Stream.of(values).forEach(value -> header.add(prefix + value.code()));
    header.add(prefix + NOT_TOLD);
  }

  static List<String> line(Activity activity) {
    var what = activity.what();
    var one = what.individual();
    var line =
        new ArrayList<>(
            List.of(
                activity.id().toString(),
                what.day().toString(),
                what.kind().code(),
                "" + what.minutes(),
                what.where().kind().code(),
                what.where().place().map(UUID::toString).orElse(""),
                what.where().commune().orElse(""),
                codes(what.topics().themes()),
                codes(what.topics().admin()),
                Plain.cell(what.topics().precision()),
                Plain.cell(String.join("|", what.tags())),
                codes(what.equipment()),
                one.autonomy().map(Coded::code).orElse(""),
                one.redirected() ? "true" : "false",
                one.redirection().map(Coded::code).orElse(""),
                Plain.cell(what.group().title()),
                what.group().level().map(Coded::code).orElse(""),
                "" + what.people().total(),
                "" + what.people().already()));
    addCounts(line, what.people().genders(), what.people().total(), Gender.values());
    addCounts(line, what.people().ages(), what.people().total(), AgeBand.values());
    addCounts(line, what.people().statuses(), what.people().total(), SocialStatus.values());
    line.add(
        what.people().origins().entrySet().stream()
            .map(origin -> origin.getKey() + ":" + origin.getValue())
            .collect(Collectors.joining("|")));
    line.add("" + activity.version());
    line.add(activity.withdrawn() ? "true" : "false");
    line.add(what.example() ? "true" : "false");
    return line;
  }

  private static void addCounts(
      List<String> line, Map<? extends Coded, Integer> counts, int total, Coded... values) {
    int told = 0;
    for (var value : values) {
      int count =
          counts.entrySet().stream()
              .filter(one -> one.getKey().code().equals(value.code()))
              .mapToInt(Map.Entry::getValue)
              .sum();
      told += count;
      line.add("" + count);
    }
    line.add("" + (total - told));
  }

  private static String codes(Collection<? extends Coded> values) {
    return values.stream().map(Coded::code).collect(Collectors.joining("|"));
  }
}
