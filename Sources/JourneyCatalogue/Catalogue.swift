import JourneyDiagnostics
import JourneyModel
import JourneyTerms

/// The templates there are: the built-in ones, and those of folders, which win where ids are the same.
///
/// ```swift
/// let template = try Catalogue().template("b2c", language: "nb")
/// let map = template.makeMap(filling: ["product": "joggesko"])
/// ```
public struct Catalogue: Sendable {
  /// The folders, the one that wins first.
  private let folders: [CatalogueFolder]

  /// Makes a catalogue of folders over the built-in templates; the first of them wins.
  public init(folders: [CatalogueFolder] = []) {
    self.folders = folders + [.builtIn]
  }

  /// The ids of all templates, in alphabetical order.
  public var ids: [String] { Set(folders.flatMap(\.templateIDs)).sorted() }

  /// The template with an id, in the language that serves a tag best, or in English if none does.
  ///
  /// - Throws: ``TemplateFault`` if there is no such template, or if its files are faulty.
  public func template(_ id: String, language tag: String) throws(TemplateFault) -> Template {
    let folder = try folder(of: id)
    let languages = folder.languages(of: id)
    let language = Self.language(serving: tag, among: languages)
    var file = try read(folder, "\(id)/template.yaml", TemplateFile.read)
    if language != "en" {
      let texts = try read(folder, "\(id)/\(language).yaml", LanguageFile.read)
      file.localize(texts.texts, language: language)
    }
    file.nameStandardStages(in: language)
    guard let entry = file.catalogue, let map = file.map else {
      throw TemplateFault(findings: [], message: "the template '\(id)' is empty", hint: nil)
    }
    return Template(
      entry: entry, map: map, language: language, languages: ["en"] + languages, folder: folder.path,
      overridesBuiltIn: folder.path != nil && CatalogueFolder.builtIn.templateIDs.contains(id))
  }

  /// The files of a template as they stand, for starting one’s own.
  ///
  /// - Returns: Each file’s name and text.
  /// - Throws: ``TemplateFault`` if there is no such template.
  package func files(of id: String) throws(TemplateFault) -> [(name: String, text: SourceText)] {
    let folder = try folder(of: id)
    var files: [(String, SourceText)] = []
    for path in folder.files.sorted() where path.hasPrefix(id + "/") && path.hasSuffix(".yaml") {
      files.append((String(path.dropFirst(id.count + 1)), try source(folder, path)))
    }
    return files
  }

  private func folder(of id: String) throws(TemplateFault) -> CatalogueFolder {
    if let folder = folders.first(where: { $0.templateIDs.contains(id) }) { return folder }
    throw TemplateFault(
      findings: [], message: "there is no template '\(id)'",
      hint: NearestName.hint(for: id, in: ids) ?? "'cjm templates' lists them")
  }

  /// The language of a template that serves a tag: its own, a kin of it, or English.
  private static func language(serving tag: String, among languages: [String]) -> String {
    let wanted = tag.lowercased()
    if let exact = languages.first(where: { $0.lowercased() == wanted }) { return exact }
    guard let served = Languages.serving(tag) else { return "en" }
    return languages.contains(served) ? served : "en"
  }

  private func source(_ folder: CatalogueFolder, _ path: String) throws(TemplateFault) -> SourceText {
    do throws(Diagnostic) {
      return try folder.source(path)
    } catch {
      var diagnostics = Diagnostics(source: error.source ?? SourceText(name: path, utf8: []))
      diagnostics.add(error)
      throw TemplateFault(findings: [diagnostics], message: "the template cannot be read", hint: nil)
    }
  }

  private func read<File>(
    _ folder: CatalogueFolder, _ path: String, _ read: (SourceText) -> (file: File, diagnostics: Diagnostics)
  ) throws(TemplateFault) -> File {
    let (file, diagnostics) = read(try source(folder, path))
    guard !diagnostics.hasErrors else {
      throw TemplateFault(findings: [diagnostics], message: "the template cannot be read", hint: nil)
    }
    return file
  }
}

/// Why a template could not be had.
public struct TemplateFault: Error, Sendable {
  /// What is wrong in its files; empty if there is no such template.
  public let findings: [Diagnostics]
  /// What is wrong, in a sentence.
  public let message: String
  /// What to do about it.
  public let hint: String?
}
