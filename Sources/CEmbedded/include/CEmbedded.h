#pragma once

/// A file of Templates/ that stands in the binary, so that it needs no folder beside it.
struct cjm_embedded_file {
  /// The path below Templates/; null ends the list.
  const char *path;
  /// The bytes of the file, with a zero after them. The files are texts and hold no other zero.
  const unsigned char *text;
};

/// Every embedded file, ended by one without a path.
const struct cjm_embedded_file *cjm_embedded_files(void);
