package org.foyal.things.model;

/// Told once an entity is made or changed, and committed. Of observations the ledger tells.
public record EntityWritten(EntityType type, long id) {}
