import ArgumentParser
import JourneyCatalogue
import JourneyDiagnostics
import JourneyModel
import JourneyTerms

/// Which folders of templates there are beside the built-in ones.
struct TemplateFolderOptions: ParsableArguments {
  @Option(
    name: .customLong("templates"), parsing: .singleValue,
    help: ArgumentHelp("Take templates from this folder too; they win over built-in ones.", valueName: "folder"),
    completion: .directory)
  var folders: [String] = []

  /// The folders of the command line, then those of `CJM_TEMPLATES`, then the built-in templates.
  func catalogue() throws(Failure) -> Catalogue {
    let environment = getenv("CJM_TEMPLATES").map { String(cString: $0) } ?? ""
    var found: [CatalogueFolder] = []
    for path in folders + environment.split(separator: ":").map(String.init) {
      found.append(try TemplateFolder(path: path).catalogueFolder())
    }
    return Catalogue(folders: found)
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

  @OptionGroup
  var folders: TemplateFolderOptions

  func validate() throws {
    if let lang, !TextRules.isLanguageTag(lang) {
      throw ValidationError("--lang takes a language tag such as en, nb or pt-BR, not '\(lang)'")
    }
  }

  /// All templates.
  func catalogue() throws(Failure) -> Catalogue { try folders.catalogue() }

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
