package org.foyal.equality.contest;

/// Told once it is committed that somebody contests a figure.
public record FigureContested(long contest) {}
