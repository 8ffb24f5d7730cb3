package org.foyal.things.payloads;

import java.util.HashMap;
import java.util.Map;
import org.foyal.things.model.Rights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which field of which device goes to which datastream, as the datastreams' properties say.
@Repository
class FieldStore {
  private final JdbcClient sql;

  FieldStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The datastreams of a device's fields that somebody may write to; of two that ask for one field
  /// the one that was there first. Whose things others are can't be said by their properties.
  Map<String, Long> of(String device, Rights rights) {
    var all = new HashMap<String, Long>();
    sql.sql(
            """
            select id, properties->'payload'->>'field' as field from things.datastream
            where properties->'payload'->>'device' = :device
              and properties->'payload'->>'field' is not null
              and (:everywhere or thing = any(:things))
            order by id limit 1000
            """)
        .param("device", device)
        .param("everywhere", rights instanceof Rights.Everything)
        .param(
            "things",
            rights instanceof Rights.Some(var things) ? things.toArray(Long[]::new) : new Long[0])
        .query(row -> {
          all.putIfAbsent(row.getString("field"), row.getLong("id"));
        });
    return all;
  }
}
