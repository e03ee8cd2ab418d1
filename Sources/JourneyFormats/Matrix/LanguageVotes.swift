import JourneyTerms

/// Tells the language of a table from the terms in it.
struct LanguageVotes {
  private var votes = [Int](repeating: 0, count: Languages.all.count)
  private var count = 0

  /// Counts a term that was recognized, for each language that spells it so.
  mutating func add(_ key: String, _ spelling: String) {
    // Enough is enough: each vote is asked of all languages.
    guard count < 100 else { return }
    count += 1
    let spelling = TermIndex.folded(spelling)
    for (place, language) in Languages.all.enumerated()
    where Terms.in(language).spellings(of: key).contains(where: { TermIndex.folded($0) == spelling }) {
      votes[place] += 1
    }
  }

  /// The one language of most of the terms; empty if that is not sure.
  var winner: String {
    guard let most = votes.max(), most >= 2, most * 3 >= count * 2, votes.filter({ $0 == most }).count == 1,
      let place = votes.firstIndex(of: most)
    else { return "" }
    return Languages.all[place]
  }
}
