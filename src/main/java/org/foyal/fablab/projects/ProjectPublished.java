package org.foyal.fablab.projects;

import java.util.UUID;

/// Told once it is committed that a project is published for the first time: whoever documented it
/// has given something to all.
public record ProjectPublished(UUID project, UUID member) {}
