package org.foyal.things.payloads;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which field of which device goes to which datastream, as the datastreams' properties say.
@Repository
class FieldStore {
  private final JdbcClient sql;

  FieldStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The datastreams of a device's fields, each with its thing.
  Map<String, Target> of(String device) {
    var all = new HashMap<String, Target>();
    sql.sql(
            """
            select id, thing, properties->'payload'->>'field' as field from things.datastream
            where properties->'payload'->>'device' = :device
              and properties->'payload'->>'field' is not null
            order by id desc limit 1000
            """)
        .param("device", device)
        .query(row -> {
          all.put(row.getString("field"), new Target(row.getLong("id"), row.getLong("thing")));
        });
    return all;
  }

  /// Where a field goes.
  record Target(long datastream, long thing) {}
}
