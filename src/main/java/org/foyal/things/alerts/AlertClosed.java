package org.foyal.things.alerts;

/// Told once it is committed that an alert is closed.
public record AlertClosed(long alert, long thing, long datastream) {}
