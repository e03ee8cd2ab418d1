/// Advances of letters, measured.
///
/// Each is the widest among DejaVu Sans 2.37, Liberation Sans 2.1 (which has the advances of Arial and Helvetica) and Noto
/// Sans 2.0, for Hebrew and Arabic also among their Noto families, by their `hmtx` tables. A byte is 35 plus fiftieths of an
/// em, rounded up; the one that a backslash would be is one more. Arabic letters are taken as they stand alone, their widest form.
struct AdvanceBlock: Sendable {
  /// The first letter and how many there are.
  let first: UInt32
  let count: UInt32
  let regular: StaticString
  let bold: StaticString

  static let latin = AdvanceBlock(
    first: 0x20, count: 352,
    regular: """
      38:MCSJ177?M3636CCCCCCCCCC44MMM?VFFHJEBJI4<E?QIKEKHEBHFUFEF767M?<BC?CB5CC11@1TCBCC8>7CALAA\
      >C?CM#################################38CCCC??@U;BM6U?<M88<CD4<8;BTTTBFFFFFFUHEEEE4444JIKK\
      KKKMKHHHHEECBBBBBBU?BBBB1111BCBBBBBMBCCCCACAFBFBFBH?H?H?H?JCJCEBEBEBEBEBJCJCJCJCICQF414141\
      4141H?<1E@@?1?1?6?5@2ICICICLICKBKBKBYWH8H8H8E>E>E>E>B7B7B7HCHCHCHCHCHCULEAEF>F>F>5
      """,
    bold: """
      5:>MFVO3::?M6868FFFFFFFFFF77MMMBUJJHMFFMM7?JCUMNHNJHFLJ[JHH:8:M?<EGAGE9GG55E5XGFGG<A;GDRDD\
      AG?GM#################################5:FFCF??BU@DM8U?<M99<HD6<9@DWWWBJJJJJJZHFFFF7777MMNN\
      NNNMNLLLLHHGEEEEEEXAEEEE5555FGFFFFFMFGGGGDGDJEJEJEHAHAHAHAMGMGFEFEFEFEFEMGMGMGMGMGTK757575\
      7575KF?5JEEC5C5C;C?D6MGMGMGUMGNFNFNF^ZJ<J<J<HAHAHAHAF;F;F;LGLGLGLGLGLG[RHDHHAHAHA9
      """)
  static let greek = AdvanceBlock(
    first: 0x384, count: 76,
    regular: "@@F3KO;#M#NM5FF?FEFIK4EFQIDKIE#CBELFMK4ED?C5BDCAB??CB5AAC??BFCACBBH@JM5BBBMD",
    bold: "@@K6NV@#P#TP8JJCJFHMN7JJUMDNMH#FFHNJON7HF?G8EFGFF?AGF8GCHFAFKGAJCEKDMO8EFEOJ")
  static let cyrillic = AdvanceBlock(
    first: 0x400, count: 96,
    regular: """
      EEOBGE44<ZXNGJCIFFFBKEYDJJGIQIKIEHBCOFJFYZMPFGYHBBA>FBQ>DDBCIDBDC?AANAFBQSGKA?NBBBC>?>111Q\
      PDBDAD
      """,
    bold: """
      FFPCHH77?]]OLMJMJJJCPFaGMMLMUMNMHHFJUJRLafRWJH^JEFC>LEUAGGEHNFFFGA@DUDIFY[IQCATDEEG>AA555U\
      SHEGDF
      """)
  static let hebrew = AdvanceBlock(
    first: 0x5D0, count: 27,
    regular: "EA9?D35ED2?>@FF48DCCC>AG@HF",
    bold: "HD;AF58GF4@@BHH5:FEEDEDHBLH")
  static let arabic = AdvanceBlock(
    first: 0x61F, count: 79,
    regular: ">I;11<1K1U>UUDDD;;<<aaeeRRBBOOIII2WJPHBH><KK###############<#####>>>A>>>@@>>43?",
    bold: "AM=55C5Q5WAWWHHH==@@hhkkWWFFQQMMM5^PROHNACQQ###############<#####BBBBBBBCCBB66?")
  static let punctuation = AdvanceBlock(
    first: 0x2010, count: 53,
    regular: "66C?UU??3333====??AA<EU3AA#####.gz/8A/9B777M<><LL6[<,",
    bold: "88F?UU??6666DDDD??CC<EU5AA#####.k~3>I9DOH88TCA<MM9[<,")

  private init(first: UInt32, count: UInt32, regular: StaticString, bold: StaticString) {
    precondition(regular.utf8CodeUnitCount == Int(count) && bold.utf8CodeUnitCount == Int(count))
    self.first = first
    self.count = count
    self.regular = regular
    self.bold = bold
  }
}
