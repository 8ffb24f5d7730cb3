package org.foyal.things.adding;

import java.util.Optional;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.foyal.things.showing.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What objects share already.
@Repository
class AddingStore {
  private final JdbcClient sql;
  private final Words words;

  AddingStore(JdbcClient sql, Words words) {
    this.sql = sql;
    this.words = words;
  }

  /// What can be observed, by its definition; what a demonstration invented is shared with no real
  /// object.
  Optional<Long> property(String definition) {
    return sql.sql(
            """
            select id from things.observed_property where definition = :definition and not example
            order by id limit 1
            """)
        .param("definition", definition)
        .query(Long.class)
        .optional();
  }

  /// How entities call a measure: in French, as the city writes.
  String words(Measure measure) {
    return words.say(Language.FR, measure.words());
  }
}
