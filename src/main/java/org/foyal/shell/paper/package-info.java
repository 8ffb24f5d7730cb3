/// Papers that the house writes: PDF files made from our own pages, set in our typeface, that a
/// screen reader can read (tagged, PDF/UA-1).
///
/// One entrance, [Paper]. Reads nothing but what it is given: no network, no file.
@org.jspecify.annotations.NullMarked
package org.foyal.shell.paper;
