import JourneyCatalogue
import JourneyDiagnostics

/// What the user fills into the blanks of a template.
struct BlankFilling {
  let template: Template
  private(set) var values: [String: String] = [:]

  init(template: Template) {
    self.template = template
  }

  /// Takes a setting of the command line, `name=text`.
  mutating func set(_ setting: String) throws(Failure) {
    guard let equals = setting.firstIndex(of: "=") else {
      throw Failure(
        "--set takes a name and a text, not '\(setting)'", status: ExitStatus.usage,
        hint: "write --set \(template.entry.placeholders.first?.name ?? "product")=…")
    }
    let name = String(setting[..<equals])
    let names = template.entry.placeholders.map(\.name)
    guard names.contains(name) else {
      throw Failure(
        "the template '\(template.entry.id)' has no blank '\(name)'", status: ExitStatus.usage,
        hint: NearestName.hint(for: name, in: names)
          ?? (names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"))
    }
    values[name] = try text(String(setting[setting.index(after: equals)...]), for: name)
  }

  /// Asks on the terminal; an empty answer takes the default.
  mutating func ask() throws(Failure) {
    guard !template.entry.placeholders.isEmpty else { return }
    for blank in template.entry.placeholders {
      Console.print(error: "\(blank.prompt) [\(blank.default)] ")
      guard let answer = readLine() else {
        Console.print(error: "\n")
        break
      }
      let text = answer.trimmingSpaces
      if !text.isEmpty { values[blank.name] = try self.text(text, for: blank.name) }
    }
    let settings = template.entry.placeholders.map { "--set \($0.name)=…" }.joined(separator: " ")
    Console.print(error: "Without questions: cjm new \(template.entry.id) \(settings)\n")
  }

  private func text(_ value: String, for name: String) throws(Failure) -> String {
    let text = value.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
    guard !text.trimmingSpaces.isEmpty else {
      throw Failure(
        "the blank '\(name)' takes a text, and this one says nothing", status: ExitStatus.usage,
        hint: "leave it out to take the default")
    }
    let isClean = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
    }
    guard isClean else {
      throw Failure("the text for '\(name)' holds a control character", status: ExitStatus.usage, hint: "remove it")
    }
    return text
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let start = drop { $0.isWhitespace }
    return String(
      start.prefix(upTo: (start.lastIndex { !$0.isWhitespace }).map(start.index(after:)) ?? start.startIndex))
  }
}

extension Catalogue {
  /// A template in the language that is asked for, with what there is to say about that language.
  func localized(_ id: String, for options: CatalogueOptions, printer: DiagnosticPrinter) throws(Failure) -> Template {
    do throws(TemplateFault) {
      let template = try self.template(id, language: options.language)
      if let note = options.note(on: template.language, of: template.languages) {
        Console.print(error: printer.print(note))
      }
      return template
    } catch {
      throw Failure(error, printer: printer)
    }
  }
}

extension Failure {
  /// Tells of the findings in a template's files, or of a template that is not there.
  init(_ failure: TemplateFault, printer: DiagnosticPrinter) {
    guard !failure.findings.isEmpty else {
      self.init(failure.message, status: ExitStatus.usage, hint: failure.hint)
      return
    }
    Console.print(error: failure.findings.map(printer.print).joined())
    self = .reported(ExitStatus.badInput)
  }
}
