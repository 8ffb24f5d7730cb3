package org.foyal.fablab.machines;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.fablab.machines.MachineType.Dangers;
import org.foyal.fablab.machines.MachineType.Hazard;
import org.foyal.fablab.machines.MachineType.Need;
import org.foyal.fablab.machines.MachineType.Protection;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.fablab.machines.MachineType.Teaching;
import org.foyal.fablab.machines.MachineType.Times;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The kinds of machine, in `fablab.machine_type`, and what they ask for, in
/// `fablab.machine_type_need`.
@Repository
class TypeStore {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<Map<String, String>>> TEXTS = new TypeReference<>() {};
  private static final String ALL =
      """
      select t.*, array(select n.needs || ' ' || n.needs_level from fablab.machine_type_need n
        where n.type = t.code order by n.needs) as needs
      from fablab.machine_type t
      """;

  private final JdbcClient sql;

  TypeStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<MachineType> list() {
    return sql.sql(ALL + " order by t.title ->> 'fr', t.code").query(TypeStore::type).list();
  }

  Optional<MachineType> find(String code) {
    return sql.sql(ALL + " where t.code = :code")
        .param("code", code)
        .query(TypeStore::type)
        .optional();
  }

  boolean add(MachineType made) {
    return write(
            made,
            """
            insert into fablab.machine_type (code, title, about, hazards, protection,
              fume_extraction, youngest_years, people_at_least, per_supervisor, level_to_book,
              valid_months, recent_months, shortest_minutes, longest_minutes, set_up_minutes,
              clean_up_minutes, notice_minutes, scarce, active, example, course, course_level,
              checks)
            values (:code, :title::jsonb, :about::jsonb, :hazards, :protection, :fumes, :youngest,
              :people, :perSupervisor, :levelToBook, :valid, :recent, :shortest, :longest, :setUp,
              :cleanUp, :notice, :scarce, :active, :example, :course, :courseLevel, :checks::jsonb)
            on conflict do nothing
            """)
        == 1;
  }

  boolean update(MachineType made) {
    return write(
            made,
            """
            update fablab.machine_type set title = :title::jsonb, about = :about::jsonb,
              hazards = :hazards, protection = :protection, fume_extraction = :fumes,
              youngest_years = :youngest, people_at_least = :people,
              per_supervisor = :perSupervisor, level_to_book = :levelToBook, valid_months = :valid,
              recent_months = :recent, shortest_minutes = :shortest, longest_minutes = :longest,
              set_up_minutes = :setUp, clean_up_minutes = :cleanUp, notice_minutes = :notice,
              scarce = :scarce, active = :active, course = :course, course_level = :courseLevel,
              checks = :checks::jsonb, version = version + 1
            where code = :code and version = :version
            """)
        == 1;
  }

  private int write(MachineType made, String statement) {
    var rules = made.rules();
    var teaching = made.teaching();
    var times = made.times();
    return sql.sql(statement)
        .param("code", made.code())
        .param("title", made.title().json())
        .param("about", made.about().json())
        .param("hazards", names(made.dangers().hazards()))
        .param("protection", names(made.dangers().protection()))
        .param("fumes", made.dangers().fumeExtraction())
        .param("youngest", rules.youngest_years())
        .param("people", rules.peopleAtLeast())
        .param("perSupervisor", rules.perSupervisor())
        .param("levelToBook", rules.levelToBook())
        .param("course", teaching.course().orElse(null), Types.VARCHAR)
        .param("courseLevel", teaching.courseLevel())
        .param("checks", checks(teaching.checks()))
        .param("valid", teaching.valid_months())
        .param("recent", teaching.recent_months().orElse(null), Types.INTEGER)
        .param("shortest", times.shortest_minutes())
        .param("longest", times.longest_minutes())
        .param("setUp", times.setUp_minutes())
        .param("cleanUp", times.cleanUp_minutes())
        .param("notice", times.notice_minutes())
        .param("scarce", times.scarce())
        .param("active", made.active())
        .param("example", made.example())
        .param("version", made.version())
        .update();
  }

  private static String checks(List<Told> checks) {
    return checks.stream().map(Told::json).collect(Collectors.joining(",", "[", "]"));
  }

  private static String[] names(Set<? extends Enum<?>> some) {
    return some.stream().map(Enum::name).toArray(String[]::new);
  }

  /// What a kind asks for, in place of what it asked for before.
  void needs(String type, List<Need> needs) {
    sql.sql("delete from fablab.machine_type_need where type = :type").param("type", type).update();
    for (var one : needs) {
      sql.sql(
              """
              insert into fablab.machine_type_need (type, needs, needs_level)
              values (:type, :needs, :level)
              """)
          .param("type", type)
          .param("needs", one.type())
          .param("level", one.level())
          .update();
    }
  }

  private static MachineType type(ResultSet row, int number) throws SQLException {
    return new MachineType(
        row.getString("code"),
        Told.ofJson(row.getString("title")),
        Told.ofJson(row.getString("about")),
        new Dangers(
            all(row.getArray("hazards"), Hazard::valueOf),
            all(row.getArray("protection"), Protection::valueOf),
            row.getBoolean("fume_extraction")),
        rules(row),
        teaching(row),
        new Times(
            row.getInt("shortest_minutes"),
            row.getInt("longest_minutes"),
            row.getInt("set_up_minutes"),
            row.getInt("clean_up_minutes"),
            row.getInt("notice_minutes"),
            row.getBoolean("scarce")),
        row.getBoolean("active"),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  private static Rules rules(ResultSet row) throws SQLException {
    return new Rules(
        row.getInt("youngest_years"),
        row.getInt("people_at_least"),
        row.getInt("per_supervisor"),
        row.getInt("level_to_book"),
        texts(row.getArray("needs"))
            .map(text -> text.split(" ", 2))
            .map(parts -> new Need(parts[0], Integer.parseInt(parts[1])))
            .toList());
  }

  private static Teaching teaching(ResultSet row) throws SQLException {
    return new Teaching(
        Optional.ofNullable(row.getString("course")),
        row.getInt("course_level"),
        JSON.readValue(row.getString("checks"), TEXTS).stream().map(Told::of).toList(),
        row.getInt("valid_months"),
        Optional.ofNullable(row.getObject("recent_months", Integer.class)));
  }

  private static <T> Set<T> all(Array array, Function<String, T> of) throws SQLException {
    return texts(array).map(of).collect(Collectors.toSet());
  }

  private static Stream<String> texts(Array array) throws SQLException {
    return Arrays.stream((Object[]) array.getArray()).map(String::valueOf);
  }
}
