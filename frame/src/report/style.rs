//! How the page looks, on a phone, on a desk and on paper.

/// The style sheet. Letters of Thai are high: lines have room for their vowels and tone marks.
pub(super) const STYLE: &str = "\
:root{color:#1d2733;background:#fff;--bad:#b3261e;--warn:#7a5200;--all:#9db4cc;--line:#c9d2dc}\
*{box-sizing:border-box}[id]{scroll-margin-top:.6rem}:target{background:#fff3c4}\
body{margin:0 auto;padding:1rem;max-width:60rem;font:1rem/1.7 Sarabun,'Noto Sans Thai','Leelawadee UI',Thonburi,Laksaman,Loma,sans-serif;overflow-wrap:anywhere}\
h1{font-size:1.6rem;line-height:1.5;margin:.5rem 0}\
h2{font-size:1.3rem;line-height:1.5;margin:2.2rem 0 .4rem;border-bottom:2px solid #1d2733}\
h3{font-size:1.1rem;margin:1.8rem 0 .3rem}\
h4{font-size:1rem;margin:1.4rem 0 .2rem}\
p{margin:.3rem 0}\
.note{color:#44515e;font-size:.92rem}\
.alert{border:2px solid var(--bad);padding:.5rem .8rem;font-weight:bold}\
dl.about{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0}\
dl.about dt{color:#44515e}\
dd{margin:0}\
dl.sums{display:grid;grid-template-columns:repeat(4,1fr);gap:.6rem;margin:1rem 0}\
dl.sums div{border:1px solid var(--line);border-radius:.4rem;padding:.4rem .7rem}\
dl.sums dt{font-size:.9rem;color:#44515e}\
dl.sums dd{font-size:1.5rem;line-height:1.4;font-variant-numeric:tabular-nums}\
dl.sums small{font-size:.9rem;display:block;color:#44515e}\
ol.mend{padding:0;margin:.6rem 0;list-style:none;counter-reset:n}\
ol.mend li{counter-increment:n;border-top:1px solid var(--line);padding:.5rem 0 .5rem 2.4rem;position:relative}\
ol.mend li::before{content:counter(n) '.';position:absolute;left:0;width:1.9rem;text-align:right;color:#44515e}\
.said::first-letter{text-transform:uppercase}\
ol.mend .head{display:flex;flex-wrap:wrap;gap:.1rem .8rem;justify-content:space-between;align-items:baseline}\
a{color:#0b4f8a}\
.count{font-variant-numeric:tabular-nums;margin-left:auto;text-align:right}\
.tag{display:inline-block;border:1px solid;border-radius:.3rem;padding:0 .4rem;font-size:.85rem;font-weight:normal;white-space:nowrap}\
.tag.error{color:#fff;background:var(--bad);border-color:var(--bad)}\
.tag.warning{color:var(--warn);background:#fff}\
.scroll{overflow-x:auto;max-width:100%}\
table{border-collapse:collapse;width:100%;margin:.5rem 0;font-variant-numeric:tabular-nums}\
caption{text-align:left;color:#44515e;font-size:.92rem}\
th,td{padding:.2rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:normal}\
thead th{border-bottom:2px solid #1d2733;vertical-align:bottom}\
tbody th{font-weight:normal}\
tfoot th,tfoot td{border-top:2px solid #1d2733;font-weight:bold}\
.n{text-align:right;white-space:nowrap}\
.w{white-space:nowrap}\
.x{min-width:8rem;overflow-wrap:anywhere}\
.f{min-width:15rem;overflow-wrap:anywhere}td.draw{min-width:6rem;width:30%}\
svg{display:block}\
svg.bar{width:100%;height:.9rem;margin:.4rem 0}\
svg .all{fill:var(--all)}\
svg .bad{fill:var(--bad)}\
svg .frame{fill:none;stroke:#66727e}\
svg .axis{stroke:#66727e}\
svg text{font-size:12px;fill:#1d2733}\
svg .name{font-weight:bold}\
@media(max-width:40rem){dl.sums{grid-template-columns:1fr 1fr}dl.about{grid-template-columns:1fr}dl.about dd{margin-bottom:.3rem}ol.mend li{padding-left:2rem}ol.mend .head{justify-content:flex-start}.count{margin-left:0;text-align:left}th,td{padding:.2rem .35rem}td.draw{min-width:4rem}ol.mend li::before{width:1.5rem}}\
@page{size:A4;margin:15mm}\
@media print{.tag.error{color:var(--bad);background:#fff;font-weight:bold}:target{background:none}body{padding:0;max-width:none;font-size:10.5pt}.scroll{overflow:visible}svg.trend{max-width:100%;height:auto}a{color:inherit;text-decoration:none}thead{display:table-header-group}tr,li,dl.sums,.trend,.kind>p{break-inside:avoid}h2,h3,h4,caption,.note,.kind>p{break-after:avoid}th,td{padding:.1rem .4rem}}";
