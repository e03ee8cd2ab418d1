extension MermaidJourney {
  /// Writes the journey as a line of JSON, as Mermaid keeps it, with its entities written out.
  package func printTree(to output: inout ByteOutput) {
    output.literal("{")
    var isFirst = true
    member("title", title, isFirst: &isFirst, to: &output)
    member("accTitle", accessibleTitle, isFirst: &isFirst, to: &output)
    member("accDescr", accessibleDescription, isFirst: &isFirst, to: &output)
    output.text(isFirst ? "\"sections\":[" : ",\"sections\":[")
    for (place, section) in sections.enumerated() {
      if place > 0 { output.literal(",") }
      JSONText.write(section.name.text, to: &output)
    }
    output.literal("],\"tasks\":[")
    for (place, task) in tasks.enumerated() {
      if place > 0 { output.literal(",") }
      write(task, to: &output)
      output.checkpoint()
    }
    output.literal("]}\n")
  }

  private func member(
    _ name: StaticString, _ text: MermaidText?, isFirst: inout Bool, to output: inout ByteOutput
  ) {
    guard let text else { return }
    if !isFirst { output.literal(",") }
    isFirst = false
    output.literal("\"")
    output.literal(name)
    output.literal("\":")
    JSONText.write(text.text, to: &output)
  }

  private func write(_ task: Task, to output: inout ByteOutput) {
    output.literal("{\"section\":")
    JSONText.write(task.section.map { sections[$0].name.text } ?? "", to: &output)
    output.literal(",\"task\":")
    JSONText.write(task.name.text, to: &output)
    output.literal(",\"score\":")
    output.text(task.score.map { JSONNumber.spelling($0) } ?? "null")
    output.literal(",\"people\":[")
    for (place, actor) in task.actors.enumerated() {
      if place > 0 { output.literal(",") }
      JSONText.write(actor.text, to: &output)
    }
    output.literal("]}")
  }
}
