package org.foyal.innovation.applying;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.shell.uploads.Content;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps the files of applications.
@Repository
class AttachmentStore {
  private final JdbcClient sql;

  AttachmentStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The same file twice is one.
  void add(UUID application, Content content, String mediaType, Instant now) {
    sql.sql(
            """
            insert into innovation.attachment (application, hash, media_type, bytes, added_at)
            values (:application, :hash, :type, :bytes, :at)
            on conflict (application, hash) do nothing
            """)
        .param("application", application)
        .param("hash", content.hash())
        .param("type", mediaType)
        .param("bytes", content.bytes())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Attachment> of(UUID application) {
    return sql.sql(
            """
            select id, media_type, length(bytes) as size, row_number() over (order by id) as number
            from innovation.attachment where application = :application order by id
            """)
        .param("application", application)
        .query((row, _) ->
            new Attachment(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("media_type"),
                row.getInt("size")))
        .list();
  }

  void remove(UUID application, long id) {
    sql.sql("delete from innovation.attachment where application = :application and id = :id")
        .param("application", application)
        .param("id", id)
        .update();
  }

  Optional<Applications.Kept> find(UUID application, long id) {
    return sql.sql(
            """
            select media_type, bytes from innovation.attachment
            where application = :application and id = :id
            """)
        .param("application", application)
        .param("id", id)
        .query((row, _) ->
            new Applications.Kept(new Content(row.getBytes("bytes")), row.getString("media_type")))
        .optional();
  }
}
