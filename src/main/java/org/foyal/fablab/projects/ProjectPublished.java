package org.foyal.fablab.projects;

import java.util.UUID;

/// Told, in the transaction that shows it, that a project is published for the first time: whoever
/// documented it has given something to all.
public record ProjectPublished(UUID project, UUID member) {}
