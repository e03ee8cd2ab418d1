/// A folder to write files into.
enum OutputFolder {
  /// Makes a folder and those above it, where they are not there yet.
  static func make(_ folder: String) throws(Failure) {
    var path = ""
    for component in folder.split(separator: "/", omittingEmptySubsequences: false) {
      path += component
      if !path.isEmpty, mkdir(path, 0o777) != 0, errno != EEXIST {
        throw Failure("the folder '\(path)' cannot be created: \(systemMessage())", status: ExitStatus.cannotCreate)
      }
      path += "/"
    }
  }

  /// Whether something has the name, be it a link that leads nowhere.
  static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
