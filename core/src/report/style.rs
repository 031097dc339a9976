//! How the page looks: sizes in millimetres, so that it fills one sheet and no second one.

/// The sheet is not named: a printer set to A4 prints A4, one set to Letter prints Letter. Everything together is lower than
/// the lower of the two, Letter (279 mm), and narrower than the narrower, A4 (210 mm), less the margins.
pub(super) const STYLE: &str = "\
@page { margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 186mm; color: #24211c; background: #fff; font: 3.4mm/4.6mm system-ui, sans-serif; }
h1 { margin: 0 0 1mm; font: 6mm/7.6mm Georgia, serif; }
h2 { margin: 4mm 0 1mm; font-size: 4mm; line-height: 5mm; }
h3 { margin: 0; max-height: 8.8mm; overflow: hidden; font-size: 3.2mm; line-height: 4.4mm; overflow-wrap: anywhere; }
p { margin: 0 0 1mm; }
.small { color: #5a5347; font-size: 2.9mm; line-height: 3.8mm; }
svg { display: block; width: 100%; }
svg text { fill: #5a5347; font: 2.6px system-ui, sans-serif; }
.activities { display: flex; gap: 4mm; }
.activities > div { flex: 1 1 0; min-width: 0; }
.notes { max-height: 73mm; overflow: hidden; }
.beside .notes { max-height: 17mm; }
.notes p { overflow-wrap: anywhere; }
.line { stroke: #d6cbb7; stroke-width: 0.2; }
.met { fill: #1d5b4c; }
.some { fill: #fff; stroke: #1d5b4c; stroke-width: 0.4; }
.range { stroke: #4a8a77; stroke-width: 0.7; }
.path { fill: none; stroke: #4a8a77; stroke-width: 0.5; }
@media screen { body { padding: 6mm 4mm; } }
";
