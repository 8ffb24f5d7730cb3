package org.foyal.innovation.applying;

/// A file of an application, made anew when it came in.
///
/// @param number its place among them, from 1
/// @param size_bytes how many there are
public record Attachment(long id, int number, String mediaType, int size_bytes) {}
