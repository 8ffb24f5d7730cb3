package org.foyal.things.devices;

/// Told once credentials open nothing any more: those of a device that was revoked, or all but its
/// newest ones. What it holds open is closed.
public record DeviceShut(String username) {}
