/** The report's one style: calm, dense, readable on a phone and on paper. */
export const STYLE = `
:root{--ink:#1f2421;--soft:#5c665f;--line:#d9d6cd;--paper:#fbfaf7;--card:#fff;--accent:#1d5c4a;--loss:#a3341c;--gain:#1d6b3a;--reclaimed:#1f4e8c}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Segoe UI",system-ui,sans-serif}
main{max-width:1120px;margin:0 auto;padding:0 20px 60px}
header.top{background:var(--accent);color:#fff;padding:28px 20px}
header.top>div{max-width:1120px;margin:0 auto}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 6px}
h2{font-size:1.25rem;margin:44px 0 12px;padding-top:10px;border-top:1px solid var(--line)}
h3{font-size:1.02rem;margin:22px 0 8px}
p{max-width:78ch;margin:8px 0}
.facts{display:flex;flex-wrap:wrap;gap:4px 22px;font-size:.93rem;opacity:.95}
.lead{list-style:none;margin:22px 0 0;padding:0;display:grid;gap:8px}
.lead li{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--accent);padding:9px 14px;border-radius:4px;max-width:none}
.panel{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:14px}
.controls{display:flex;flex-wrap:wrap;gap:10px 18px;align-items:center;margin-bottom:10px;font-size:.93rem}
.controls label{display:flex;gap:6px;align-items:center}
select,button,input{font:inherit}
select,button{min-height:30px;border:1px solid #a9b0a9;border-radius:4px;background:#fff;padding:2px 10px;color:var(--ink);max-width:100%}
button:hover{background:#eef3f0}
:focus-visible{outline:3px solid #d08a00;outline-offset:2px}
input[type=range]{width:100%;accent-color:var(--accent);min-height:26px}
.maps{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:18px}
.frame{position:relative;width:100%;line-height:0;border:1px solid var(--line)}
.frame canvas,.frame svg{width:100%;height:auto;display:block}
.frame canvas{image-rendering:pixelated}
.frame svg{position:absolute;inset:0;height:100%;pointer-events:none}
.outline{fill:none;stroke:#fff;stroke-width:1;vector-effect:non-scaling-stroke;paint-order:stroke}
.outline-under{fill:none;stroke:#10201a;stroke-width:2.6;vector-effect:non-scaling-stroke;opacity:.75}
.outline.reference{stroke-dasharray:5 3}
.outline.chosen{stroke:#ffb000;stroke-width:2.4}
.map-label{font-weight:600;fill:#fff;stroke:#10201a;stroke-width:.22em;paint-order:stroke;text-anchor:middle;dominant-baseline:middle}
.legend{display:flex;align-items:center;gap:8px;font-size:.88rem;margin-top:8px;flex-wrap:wrap}
.legend canvas{width:min(254px,50%);height:12px;border:1px solid var(--line)}
.nodata{display:inline-block;width:16px;height:12px;border:1px solid #cfcabd;background:repeating-linear-gradient(-45deg,#f3f1ec 0 3px,#cfcabd 3px 4px)}
.note{font-size:.88rem;color:var(--soft)}
.year{font-size:1.3rem;font-weight:600;min-width:5.5em}
#map-after{position:absolute;inset:0}
#swipe-line{position:absolute;top:0;bottom:0;width:2px;background:#ffb000;pointer-events:none}
.tag{position:absolute;top:6px;background:#10201acc;color:#fff;padding:1px 8px;border-radius:3px;font-size:.88rem;line-height:1.5}
.tag.left{left:6px}.tag.right{right:6px}
#chart{width:100%;height:auto;display:block}
#chart text{font-size:12px;fill:var(--soft)}
.grid{stroke:#e7e4dc}.band{fill:#1d5c4a;opacity:.16}.median{fill:none;stroke:#1d5c4a;stroke-width:2}.dot{fill:#1d5c4a}
.reference{fill:none;stroke:#7a5c00;stroke-width:1.6;stroke-dasharray:6 4}
.seen{fill:#9db3a8}.unknown{fill:#cfcabd;opacity:.55}.interval{fill:#a3341c;opacity:.09}
line.loss{stroke:var(--loss);stroke-width:1.6}line.gain{stroke:var(--gain);stroke-width:1.2;stroke-dasharray:3 3}line.reclaimed{stroke:var(--reclaimed);stroke-width:1.6;stroke-dasharray:7 3}
#chart text.loss{fill:var(--loss)}#chart text.gain{fill:var(--gain)}#chart text.reclaimed{fill:var(--reclaimed)}
.key{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:.88rem;color:var(--soft);margin-top:6px}
.key i{display:inline-block;width:22px;height:0;border-top:2px solid;vertical-align:middle;margin-right:5px}
.scroll{overflow-x:auto;margin:10px 0}
table{border-collapse:collapse;font-size:.88rem;width:100%;background:var(--card)}
caption{text-align:left;font-weight:600;padding:6px 0}
th,td{border-bottom:1px solid var(--line);padding:5px 9px;text-align:left;vertical-align:top}
td{font-variant-numeric:tabular-nums}
table.sortable td:last-child{min-width:190px}table.sortable td:nth-child(2){min-width:6.5em}
thead th{background:#f1efe9;white-space:nowrap}
thead th button{border:0;background:none;padding:0;min-height:24px;font-weight:600}
th[aria-sort=ascending] button::after{content:" \\25B2"}th[aria-sort=descending] button::after{content:" \\25BC"}
details{margin:10px 0}summary{cursor:pointer;min-height:26px;font-weight:600}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.82rem;background:#f1efe9;padding:10px;border-radius:4px}
.hash{overflow-wrap:anywhere;font-family:ui-monospace,Consolas,monospace;font-size:.78rem}
.live .static{display:none}
html:not(.live) .needs-script{display:none}
@media (max-width:760px){.maps{grid-template-columns:minmax(0,1fr)}main{padding:0 12px 40px}header.top{padding:20px 12px}.panel{padding:10px}}
@media print{body{background:#fff}.controls,button,.needs-script .controls{display:none}h2{break-after:avoid}.panel,table{break-inside:avoid}details{display:block}details>*{display:block}header.top{color:#000;background:#fff}}
`;
