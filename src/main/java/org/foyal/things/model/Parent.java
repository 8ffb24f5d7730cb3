package org.foyal.things.model;

/// The entity below which another is made: `Things(1)/Datastreams`.
public record Parent(EntityType type, long id) {}
