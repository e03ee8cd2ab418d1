/// Which attributes of Graphviz only say how a drawing looks (“Attributes”, graphviz.org/doc/info/attrs.html).
///
/// What a label, a probability and a cluster say is data and stands elsewhere; anything that is not listed is kept.
enum DOTLooks {
  /// Whether an attribute is nothing but looks.
  static func contains(_ name: String) -> Bool { names.contains(name) }

  private static let names: Set<String> = [
    "Damping", "K", "TBbalance", "_background", "area", "arrowhead", "arrowsize", "arrowtail", "bb", "beautify",
    "bgcolor", "center",
    "charset", "class", "clusterrank", "color", "colorscheme", "compound", "concentrate", "constraint", "decorate",
    "defaultdist",
    "dim", "dimen", "dir", "diredgeconstraints", "distortion", "dpi", "edgehref", "edgetarget", "epsilon", "esep",
    "fillcolor", "fixedsize", "fontcolor", "fontname", "fontnames", "fontpath", "fontsize", "forcelabels",
    "gradientangle", "group", "head_lp", "headclip", "headport", "headtarget", "height", "id", "image", "imagepath",
    "imagepos", "imagescale", "inputscale", "label_scheme", "labelangle", "labeldistance", "labelfloat",
    "labelfontcolor", "labelfontname", "labelfontsize", "labelhref", "labeljust", "labelloc", "labeltarget",
    "landscape", "layer", "layerlistsep", "layers", "layerselect", "layersep", "layout", "len", "levels", "levelsgap",
    "lhead", "lheight", "linelength", "lp", "ltail", "lwidth", "margin", "maxiter", "mclimit", "mindist", "minlen",
    "mode", "model", "mosek", "newrank", "nodesep", "nojustify", "normalize", "notranslate", "nslimit", "nslimit1",
    "oneblock",
    "ordering", "orientation", "outputorder", "overlap", "overlap_scaling", "overlap_shrink", "pack", "packmode", "pad",
    "page", "pagedir", "pencolor", "penwidth", "peripheries", "pin", "pos", "quadtree", "quantum", "rank", "rankdir",
    "ranksep", "ratio", "rects", "regular", "remincross", "repulsiveforce", "resolution", "root", "rotate", "rotation",
    "samehead", "sametail", "samplepoints", "scale", "searchsize", "sep", "shape", "shapefile", "showboxes", "sides",
    "size", "skew", "smoothing", "sortv", "splines", "start", "style", "stylesheet", "tail_lp", "tailclip", "tailport",
    "tailtarget", "target", "truecolor", "vertices", "viewport", "voro_margin", "weight", "width", "xdotversion", "xlp",
    "z", "_draw_", "_ldraw_", "_hdraw_", "_tdraw_", "_hldraw_", "_tldraw_", "cluster",
  ]
}
