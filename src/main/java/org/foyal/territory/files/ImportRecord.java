package org.foyal.territory.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An import that was applied, as the list shows it.
///
/// @param undoneAt when it was taken back; none while it stands
public record ImportRecord(
    long id,
    String kind,
    String format,
    String fileName,
    String source,
    String licence,
    String note,
    Instant at,
    String by,
    ImportReport.Counts counts,
    @Nullable Instant undoneAt,
    @Nullable String undoneBy) {}
