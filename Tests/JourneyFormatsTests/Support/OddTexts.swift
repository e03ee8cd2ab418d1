/// Texts that some reader or writer somewhere takes for something else.
enum OddTexts {
  static let all: [String] = [
    "plain", "no", "NO", "on", "y", "true", "null", "~", "=", "<<", "-", "?", ":", "--- x", "... x", "- x", "? x",
    ": x",
    "a: b", "a:", "a #b", "#b", "x-", "12:30", "0x1F", "012", "1_000", "1.10", "-0", ".5", "1e3", ".inf", ".NaN", "+1",
    "2026-10-01", "2026-10-01 12:00:00 +1", "1-2", "10 a bed", "'", "\"", "''", "\\", "a\\", "a'b\"c\\d", "{a}", "[a]",
    "a, b", "!x", "&x", "*x", "|", ">", "%x", "@x", "`x", " a", "a ", "\ta", "a\t", "a\tb", "\n", "\n\n", "a\n",
    "a\n\n",
    "\na", " \na", "a\n b", "a\n\n\nb\n", "a \nb", "a\n#b", "a\n---\nb", "a\n\tb", "é", "e\u{301}", "日本語、。", "مرحبا",
    "שלום abc", "😀👩‍👩‍👧", "\u{FEFF}a", "a\u{FEFF}", "a\u{2028}b", "a\u{2029}b", "\u{202E}abc", "a\u{A0}b", "\u{FFFE}",
    "\u{FFFF}", "\u{10FFFF}", "a.b", "a.b\\.c", "{{product}}", "<b>&amp;</b>", "${x}", "$(x)",
    String(repeating: "long words ", count: 30) + "end", String(repeating: "long  words ", count: 30),
    String(repeating: "長い", count: 200), String(repeating: "x", count: 3000),
    String(repeating: "lines of some length\n", count: 20),
  ]
}
