import ArgumentParser
import JourneyCatalogue
import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneySyntax
import JourneyTerms

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

/// Which templates there are, and in which language; the options of every command that uses them.
struct CatalogueOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language, such as nb or pt-BR; otherwise that of the environment (LC_ALL, LC_MESSAGES, LANG).",
      valueName: "language"),
    completion: .list(Languages.all))
  var lang: String?

  @Option(
    name: .customLong("templates"), parsing: .singleValue,
    help: ArgumentHelp("Take templates from this folder too; they win over built-in ones.", valueName: "folder"),
    completion: .directory)
  var folders: [String] = []

  func validate() throws {
    if let lang, !TextRules.isLanguageTag(lang) {
      throw ValidationError("--lang takes a language tag such as en, nb or pt-BR, not '\(lang)'")
    }
  }

  /// The folders of the command line, then those of `CJM_TEMPLATES`, then the built-in templates.
  func catalogue() throws(Failure) -> Catalogue {
    let environment = getenv("CJM_TEMPLATES").map { String(cString: $0) } ?? ""
    var found: [CatalogueFolder] = []
    for path in folders + environment.split(separator: ":").map(String.init) {
      found.append(try TemplateFolder(path: path).catalogueFolder())
    }
    return Catalogue(folders: found)
  }

  /// The tag of the language that is asked for.
  var language: String {
    if let lang { return lang }
    var environment: [String: String] = [:]
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return Languages.requested(by: environment) ?? "en"
  }

  /// What there is to say if a template is not to be had in the language that is asked for.
  func note(on language: String, of languages: [String]) -> Diagnostic? {
    let wanted = self.language
    let primary = { (tag: String) in tag.lowercased().prefix { $0 != "-" } }
    if language == "en", primary(wanted) != "en" {
      return Diagnostic(
        .warning, "there are no templates in '\(wanted)', so English is taken",
        hint: "the languages are \(languages.joined(separator: ", "))")
    }
    if lang != nil, !wanted.lowercased().hasPrefix(language.lowercased()), primary(wanted) != language.lowercased() {
      return Diagnostic(.note, "'\(language)' stands in for '\(wanted)'")
    }
    return nil
  }
}
