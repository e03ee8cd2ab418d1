import JourneyDiagnostics
import JourneyFormats
import JourneyModel

/// Holds a folder of templates to the rules of a catalogue: valid maps, and in every language all texts and no others.
///
/// ```swift
/// let findings = CatalogueCheck(.builtIn).run()
/// ```
public struct CatalogueCheck {
  private let folder: CatalogueFolder

  /// Prepares the check of a folder.
  public init(_ folder: CatalogueFolder) {
    self.folder = folder
  }

  /// Checks every template, or those with the given ids.
  ///
  /// - Returns: The findings of each file that has any.
  public func run(ids: [String]? = nil) -> [Diagnostics] {
    var findings = (ids ?? folder.templateIDs).flatMap(check)
    if folder.templateIDs.isEmpty {
      var diagnostics = Diagnostics(source: SourceText(name: folder.path ?? "templates", utf8: []))
      diagnostics.error(
        "there is no template in this folder", at: nil, hint: "a template stands in FOLDER/ID/template.yaml")
      findings.append(diagnostics)
    }
    return findings.filter { !$0.findings.isEmpty }
  }

  private func check(_ id: String) -> [Diagnostics] {
    guard let source = source("\(id)/template.yaml") else { return [failure] }
    let (file, read) = TemplateFile.read(source)
    var diagnostics = read
    checkEntry(file, id, &diagnostics)
    checkBlanks(file, &diagnostics)
    var all = [diagnostics]
    for path in folder.files where path.hasPrefix(id + "/") && path != "\(id)/template.yaml" {
      all.append(checkLanguage(path, of: file, id))
    }
    return all
  }

  /// What `source(_:)` could not read, remembered for the report.
  private var failure: Diagnostics {
    var diagnostics = Diagnostics(source: SourceText(name: folder.path ?? "templates", utf8: []))
    diagnostics.error("a template cannot be read", at: nil)
    return diagnostics
  }

  private func source(_ path: String) -> SourceText? {
    do throws(Diagnostic) { return try folder.source(path) } catch { return nil }
  }

  private func checkEntry(_ file: TemplateFile, _ id: String, _ diagnostics: inout Diagnostics) {
    if !TextRules.isID(id) {
      diagnostics.error("the name of the folder is no id", at: nil, hint: "ids have ASCII letters, digits, '-' and '_'")
    }
    guard let entry = file.catalogue else { return }
    let source = diagnostics.source
    if entry.id != id {
      diagnostics.error("the id '\(entry.id)' is not the name of its folder, '\(id)'", at: source.range(of: entry.id))
    }
    if entry.version == nil { diagnostics.error("'version' is missing in the catalogue entry", at: nil) }
    if entry.tags.isEmpty { diagnostics.warn("the template has no tags to find it by", at: nil) }
    if let map = file.map, !map.language.isEmpty, map.language != "en" {
      diagnostics.error("the texts of template.yaml are English", at: source.range(of: "language: \(map.language)"))
    }
  }

  private func checkBlanks(_ template: TemplateFile, _ diagnostics: inout Diagnostics) {
    var file = template
    let declared = file.catalogue?.placeholders.map(\.name) ?? []
    var used: Set<String> = []
    file.forEachText { path, text in
      let names = Blanks.names(in: text)
      for name in names where !declared.contains(name) && used.insert(name).inserted {
        diagnostics.error(
          "the placeholder '\(name)' is not declared", at: diagnostics.source.range(of: "{{\(name)}}"),
          hint: NearestName.hint(for: name, in: declared) ?? "declare it under 'placeholders'")
      }
      used.formUnion(names)
    }
    for name in declared where !used.contains(name) {
      diagnostics.warn(
        "no text uses the placeholder '\(name)'", at: diagnostics.source.range(of: "name: \(name)"),
        hint: "write {{\(name)}} where it belongs")
    }
  }

  private func checkLanguage(_ path: String, of template: TemplateFile, _ id: String) -> Diagnostics {
    let name = String(path.dropFirst(id.count + 1))
    let language = String(name.dropLast(name.hasSuffix(".yaml") ? 5 : 0))
    guard let source = source(path) else { return failure }
    var diagnostics = Diagnostics(source: source)
    guard name.hasSuffix(".yaml"), TextRules.isLanguageTag(language), language != "en" else {
      diagnostics.error(
        "this is no file of a language", at: nil, hint: "such files are called by a language tag: nb.yaml, pt-BR.yaml")
      return diagnostics
    }
    let (file, read) = LanguageFile.read(source)
    diagnostics = read
    guard !diagnostics.hasErrors else { return diagnostics }
    compare(file, with: template, TextCheck(language: language, unchanged: unchanged(in: language)), &diagnostics)
    return diagnostics
  }

  private func compare(
    _ file: LanguageFile, with template: TemplateFile, _ check: TextCheck, _ diagnostics: inout Diagnostics
  ) {
    var template = template
    var english: [String: String] = [:]
    var paths: [String] = []
    template.forEachText { path, text in
      english[path] = text
      paths.append(path)
    }
    let texts = file.texts
    for path in paths where texts[path] == nil {
      diagnostics.error("the text '\(path)' is missing", at: nil, hint: "in English: \(english[path] ?? "")")
    }
    for entry in file.entries {
      guard let wanted = english[entry.path] else {
        diagnostics.error(
          "the template has no text '\(entry.path)'", at: entry.range,
          hint: diagnostics.isFull ? nil : NearestName.hint(for: entry.path, in: paths))
        continue
      }
      for finding in check.findings(in: entry.text, english: wanted) {
        diagnostics.add(
          Diagnostic(
            finding.severity, finding.message, source: diagnostics.source, range: entry.range, hint: finding.hint))
      }
    }
  }

  /// What the profession says in English, by the folder's own list and the built-in one.
  private func unchanged(in language: String) -> Set<String> {
    var texts: Set<String> = []
    for folder in [folder, .builtIn] {
      do throws(Diagnostic) {
        let list = try folder.source("unchanged/\(language).txt")
        texts.formUnion(String(decoding: list.bytes, as: UTF8.self).split(separator: "\n").map(String.init))
      } catch {
        // A language needs no such list.
        continue
      }
    }
    return texts
  }
}

extension SourceText {
  /// Where a text stands first.
  fileprivate func range(of text: String) -> SourceRange? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, wanted.count <= bytes.count else { return nil }
    for offset in 0...(bytes.count - wanted.count) where bytes[offset] == first {
      if bytes[offset..<offset + wanted.count].elementsEqual(wanted) {
        return SourceRange(offset: offset, length: wanted.count)
      }
    }
    return nil
  }
}
