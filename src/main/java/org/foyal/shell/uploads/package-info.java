/// What becomes of a file that somebody sends: a picture made anew from its pixels, a document
/// written anew without anything that acts, or a reason and a cure. Never the bytes that came.
///
/// One entrance, [SafeUploads]; [Served] gives a kept file back. Keeps nothing: whoever takes a
/// file in stores what comes out.
@org.jspecify.annotations.NullMarked
package org.foyal.shell.uploads;
