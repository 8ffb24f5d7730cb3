package org.foyal.things.alerts;

/// Told once it is committed that an alert is open.
public record AlertOpened(long alert, long thing, long datastream) {}
