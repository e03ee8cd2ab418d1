import JourneyModel
import JourneySyntax

extension JSONValue {
  /// The value as JSON, indented by two spaces, without a last line break.
  public var text: String {
    var output = ByteOutput()
    withUnsafeMutablePointer(to: &output) { output in
      var emitter = JSONEmitter(output: output, isCompact: false)
      emitter.value(self)
    }
    return String(decoding: output.takeBytes(), as: UTF8.self)
  }
}
