import JourneyCatalogue
import JourneyDiagnostics
import JourneyFormats
import JourneySyntax

/// A folder of templates on the disk.
struct TemplateFolder {
  let path: String

  /// The folder as a part of a catalogue.
  func catalogueFolder() throws(Failure) -> CatalogueFolder {
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var files: [String] = []
    for name in try names(in: root) where isFolder(root + "/" + name) {
      for file in try names(in: root + "/" + name) where isFile("\(root)/\(name)/\(file)") {
        files.append("\(name)/\(file)")
      }
    }
    return CatalogueFolder(path: root, files: files.sorted()) { file throws(Diagnostic) in
      do throws(Failure) {
        return try InputFile(path: "\(root)/\(file)").source(ReadingOptions())
      } catch {
        throw error.diagnostic
      }
    }
  }

  private func names(in folder: String) throws(Failure) -> [String] {
    guard let directory = opendir(folder) else {
      throw Failure("the folder '\(folder)' cannot be opened: \(systemMessage())", status: ExitStatus.noInput)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  // A link could lead out of the folder, so only what stands in it counts.
  private func isFolder(_ path: String) -> Bool { mode(of: path) == S_IFDIR }
  private func isFile(_ path: String) -> Bool { mode(of: path) == S_IFREG }

  private func mode(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
