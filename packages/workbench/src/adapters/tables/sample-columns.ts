import { ANALYTES, type AnalyteId, analyteFor, SAMPLE_KINDS, unitSpelling } from '@aftermine/science/site';
import { MAX_NAME } from './table.ts';

/** Columns of a sample table that hold no reading. */
export type SampleRole = 'id' | 'kind' | 'area' | 'date' | 'depth' | 'depth-from' | 'depth-to';

const ROLES: readonly (readonly [SampleRole, RegExp])[] = [
  ['depth-from', /^(上深|起始深度|深度起|上层深度|depth_?from|depth_?top|top|from|upper_?depth)$/],
  ['depth-to', /^(下深|终止深度|深度止|下层深度|depth_?to|depth_?bottom|bottom|to|lower_?depth)$/],
  [
    'depth',
    /^(采样深度|取样深度|深度|土层|层次|采样层次|土层深度|depth|sampling_?depth|sample_?depth|layer)$/,
  ],
  [
    'date',
    /^(采样日期|取样日期|调查日期|监测日期|日期|采样时间|取样时间|时间|date|sampled?_?(date|on)|sampling_?date|survey_?date)$/,
  ],
  ['kind', /^(类型|样品类型|样品类别|介质|采样介质|环境介质|kind|type|medium|matrix|sample_?(type|kind))$/],
  [
    'area',
    /^(图斑|地块|单元|复垦单元|评价单元|所属图斑|所在图斑|所属单元)(编?号|名称|代码)?$|^(unit|parcel|area)(_?(id|no|name|code))?$/,
  ],
  [
    'id',
    /^(样点|样品|采样点|取样点|点位|监测点|样方|样地|检测点)(编?号|名称|代码)?$|^(编号|样号|点号|序号)$|^(id|no|sample|point|plot|station)(_?(id|no|name|code))?$/,
  ],
];

/** Han and English names of each analyte; symbols are added from the ids. Compared without brackets, spaces and signs. */
const NAMES: Readonly<Record<AnalyteId, RegExp>> = {
  Cd: /^(总|全)?镉(cd)?$|^(total)?(cd|cadmium)(镉)?$/,
  Hg: /^(总|全)?汞(hg)?$|^(total)?(hg|mercury)(汞)?$/,
  As: /^(总|全)?砷(as)?$|^(total)?(as|arsenic)(砷)?$/,
  Pb: /^(总|全)?铅(pb)?$|^(total)?(pb|lead)(铅)?$/,
  Cr: /^(总|全)?铬(cr)?$|^(total)?(cr|chromium)(铬)?$/,
  CrVI: /^六价铬(cr6|crvi)?$|^(cr6|crvi|hexavalentchromium|chromiumvi)(六价铬)?$|^铬(六价|vi)$/,
  Cu: /^(总|全)?铜(cu)?$|^(total)?(cu|copper)(铜)?$/,
  Ni: /^(总|全)?镍(ni)?$|^(total)?(ni|nickel)(镍)?$/,
  Zn: /^(总|全)?锌(zn)?$|^(total)?(zn|zinc)(锌)?$/,
  Fe: /^(总)?铁(fe)?$|^(total)?(fe|iron)(铁)?$/,
  Mn: /^(总)?锰(mn)?$|^(total)?(mn|manganese)(锰)?$/,
  pH: /^(土壤|水)?ph(值|value|h2o|水提|水浸)?$|^酸碱度(ph)?$/,
  soc: /^(土壤)?有机碳(soc|toc)?$|^(soc|toc|soilorganiccarbon|organiccarbon)$/,
  som: /^(土壤)?有机质(som)?$|^(som|om|soilorganicmatter|organicmatter)$/,
  totalN: /^全氮(tn)?$|^总氮$|^(tn|totaln|totalnitrogen)$/,
  availableP: /^(有效磷|速效磷)(ap)?$|^(ap|availablep|olsenp|availablephosphorus)$/,
  availableK: /^(速效钾|有效钾)(ak)?$|^(ak|availablek|availablepotassium)$/,
  bulkDensity: /^(土壤)?容重$|^(bd|bulkdensity)$/,
  gravel:
    /^(砾石|石砾|砾石含量|砾石度|砾质含量|砾石量)$|^(gravel|gravelcontent|coarsefragments|rockfragments)$/,
  soilDepth: /^(有效)?土层厚度$|^土壤厚度$|^覆土厚度$|^(soildepth|effectivesoildepth|soilthickness)$/,
  ec: /^(土壤)?电导率(ec|值)?$|^(ec|electricalconductivity|conductivity)$/,
  salinity: /^(全盐量?|含盐量|盐分|可溶性盐|水溶性盐总量)$|^(salinity|salt|tds|totalsalt|solublesalt)$/,
  clay: /^(黏粒|粘粒)(含量)?$|^clay(content)?$/,
  silt: /^粉粒(含量)?$|^silt(content)?$/,
  sand: /^(砂粒|沙粒)(含量)?$|^sand(content)?$/,
  sulfate: /^硫酸(盐|根)(so42?)?$|^(so4|so42|sulfate|sulphate)$/,
  fluoride: /^氟化物(f)?$|^(fluoride|f)$/,
  ammoniaN: /^氨氮(nh3n)?$|^(nh3n|nh4n|ammonian|ammonianitrogen)$/,
  cod: /^(化学需氧量|codcr)(cod|codcr)?$|^(cod|chemicaloxygendemand)$/,
  suspendedSolids: /^悬浮物(ss)?$|^(ss|tss|suspendedsolids)$/,
  cover: /^(植被|林草)?(总)?(盖度|覆盖度|郁闭度)$|^(cover|coverage|vegetationcover)$/,
  litterCover: /^(枯落物|凋落物)(盖度|覆盖度)$|^littercover$/,
  survival: /^(苗木|造林)?(成活率|保存率)$|^(survival|survivalrate)$/,
  speciesCount: /^(物种数|植物种数|种数|物种丰富度)$|^(speciescount|species|richness|speciesrichness)$/,
  plantHeight: /^(平均)?(株高|树高|高度|植株高度)$|^(plantheight|height|meanheight)$/,
  stemDensity: /^(株数密度|密度|种植密度|林分密度)$|^(stemdensity|density|plantdensity)$/,
};

export interface NamedAnalyte {
  readonly analyte: AnalyteId;
  /** The unit as the name states it, or null. */
  readonly unit: string | null;
}

/** The role of a column that holds no reading, and the unit behind its name (采样深度(cm)); null for other columns. */
export function sampleRole(name: string): { readonly role: SampleRole; readonly unit: string | null } | null {
  for (const { stem, unit } of splits(name)) {
    const bare = stem.toLowerCase().replace(/\s+/g, '');
    const role = ROLES.find(([, pattern]) => pattern.test(bare))?.[0];
    if (role !== undefined) return { role, unit };
  }
  return null;
}

/** The analyte a column name speaks of, with its unit: `Cd (mg/kg)`, `镉（mg/kg）`, `Cd_mg_kg`, `Cd/mg·kg-1`, `pH`. */
export function sampleAnalyte(name: string): NamedAnalyte | null {
  for (const { stem, unit } of splits(name)) {
    const bare = stem
      .toLowerCase()
      .replace(/⁺|\+/g, '')
      .replace(/[^\p{L}\p{N}]/gu, '');
    for (const [analyte, pattern] of Object.entries(NAMES) as [AnalyteId, RegExp][]) {
      if (pattern.test(bare)) return { analyte, unit };
    }
  }
  return null;
}

/** True for a unit that readings of the analyte may be in, whatever was sampled. */
export function isUnitOf(analyte: AnalyteId, unit: string): boolean {
  const spelling = unitSpelling(unit);
  return (
    spelling !== '' &&
    SAMPLE_KINDS.some((kind) => analyteFor(kind, analyte)?.accepted[spelling] !== undefined)
  );
}

const ALL_UNITS = new Set(
  SAMPLE_KINDS.flatMap((kind) =>
    Object.values(ANALYTES[kind]).flatMap(({ accepted }) => Object.keys(accepted)),
  ),
);
ALL_UNITS.delete('');
ALL_UNITS.delete('n');

/** Ways to part a name into stem and unit, the longest unit first; the whole name without unit comes last. */
function splits(name: string): { readonly stem: string; readonly unit: string | null }[] {
  if (name.length > MAX_NAME) return [];
  const plain = name.normalize('NFKC').replace(/−/g, '-').trim();
  const out: { stem: string; unit: string | null }[] = [];
  const bracket = /^(.*?)\s*[([【]([^()[\]【】]*(?:\([^()]*\))?[^()[\]【】]*)[)\]】]\s*$/s.exec(plain);
  if (bracket !== null && looksLikeUnit(bracket[2]!)) out.push({ stem: bracket[1]!, unit: bracket[2]! });
  for (const found of plain.matchAll(/[/_,:;\s]+/g)) {
    const [stem, unit] = [plain.slice(0, found.index), plain.slice(found.index + found[0].length)];
    if (stem !== '' && looksLikeUnit(unit)) out.push({ stem, unit: unit.replace(/^\((.*)\)$/, '$1') });
  }
  out.push({ stem: plain, unit: null });
  // Other remarks change what was measured (有效态, leachate) and are no part to drop.
  if (bracket !== null && METHODS.test(bracket[2]!)) out.push({ stem: bracket[1]!, unit: null });
  return out;
}

/** Remarks in brackets that name an instrument, a standard or what is counted. */
const METHODS = /^(aas|afs|icp([-\s]?(ms|oes|aes))?|xrf|(gb|hj|ny|ly)[\s/t\d.-]*|种|个)$/i;

function looksLikeUnit(text: string): boolean {
  const spelling = unitSpelling(text);
  if (ALL_UNITS.has(spelling) || (spelling === '' && text.trim() !== '')) return true;
  // A unit nobody knows is still one where it is written with a stroke: it will be asked about.
  return /[/·]/.test(text) && /^[a-z%]{1,5}\/[a-z0-9]{1,5}$/.test(spelling);
}
