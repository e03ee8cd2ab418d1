import Foundation
import Testing

/// Whole commands, each a file in Cases/.
///
/// `CJM_RECORD=1` writes what came of them into the files, and fails.
@Suite struct CommandTests {
  @Test(arguments: CommandCase.all)
  func doesWhatTheCaseSays(item: CommandCase) throws {
    let outcome = try item.run()
    if ProcessInfo.processInfo.environment["CJM_RECORD"] != nil, outcome != item.outcome {
      try Data(item.text(with: outcome).utf8).write(to: item.file)
      Issue.record("recorded; look at it")
      return
    }
    #expect(outcome.output == item.outcome.output)
    #expect(outcome.errors == item.outcome.errors)
    #expect(outcome.status == item.outcome.status)
  }

  @Test func thereAreCases() {
    #expect(CommandCase.all.count >= 20)
  }
}
