import JourneyModel
import JourneyTerms

/// Names of channels as other formats write them.
enum ChannelNames {
  /// The channel that a name stands for, in any language of the terms; a name that none knows stands as it is.
  static func channel(of name: String) -> Open<Channel> {
    if let key = TermIndex.of(Channel.termGroup)[name], let word = key.split(separator: ".").last {
      return Open(String(word))
    }
    return Open(name)
  }
}
