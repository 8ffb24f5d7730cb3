package org.foyal.things.serving;

import java.util.List;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A request that writes.
///
/// @param parts the address below the service's root
/// @param body none where none was sent
/// @param jsonPatch whether the body is a list of operations (RFC 6902)
/// @param show whether what was written is asked back (RFC 7240); none: nothing was said
/// @param grouped whether it is one of several that are all written or none
record Order(
    String method,
    List<String> parts,
    @Nullable JsonNode body,
    boolean jsonPatch,
    @Nullable Boolean show,
    Writer writer,
    boolean grouped) {}
