import type { Texts } from './index.ts';

/** What the web server says where something cannot be read. */
export const serverReadingTexts = {
  'error.E-SRV-102': {
    en: 'The project {where} has no unit "{got}".',
    zh: '项目 {where} 中没有编号为“{got}”的图斑。',
  },
  'hint.E-SRV-102': {
    en: 'Choose a unit from the table. Ids are those of the units file, and big and small letters differ.',
    zh: '请从表中选择图斑。编号以图斑文件为准，区分大小写。',
  },
  'error.E-SRV-103': {
    en: 'The parameter {where} cannot be "{got}" ({expected}).',
    zh: '参数 {where} 不能是“{got}”（{expected}）。',
  },
  'hint.E-SRV-103': {
    en: 'The page /api/docs tells what each parameter takes.',
    zh: '各参数可取的值见 /api/docs 页面。',
  },
  'error.E-SRV-104': {
    en: 'Rows of units have no column "{got}".',
    zh: '图斑表没有“{got}”这一列。',
  },
  'hint.E-SRV-104': {
    en: 'The columns are: {expected}.',
    zh: '可用的列：{expected}。',
  },
  'error.E-SRV-105': {
    en: 'The filter "{got}" cannot be read.',
    zh: '无法理解筛选条件“{got}”。',
  },
  'hint.E-SRV-105': {
    en: 'Write column:value,value or column:>number or column:number..number, and join several with semicolons.',
    zh: '请写成 列:值,值 或 列:>数 或 列:数..数，多个条件之间用分号隔开。',
  },
  'error.E-SRV-106': {
    en: 'The project {where} has no layer "{got}".',
    zh: '项目 {where} 没有图层“{got}”。',
  },
  'hint.E-SRV-106': {
    en: 'Its layers are: {expected}. `observe` and `diagnose` make them.',
    zh: '现有图层：{expected}。图层由 `observe` 与 `diagnose` 生成。',
  },
  'error.E-SRV-107': {
    en: 'The layer {where} has no year {got}.',
    zh: '图层 {where} 没有 {got} 年的数据。',
  },
  'hint.E-SRV-107': {
    en: 'It has: {expected}. A single dash asks for a layer over all years.',
    zh: '现有：{expected}。短横线“-”表示覆盖全部年份的图层。',
  },
  'error.E-SRV-108': {
    en: 'There are no shapes "{got}".',
    zh: '没有名为“{got}”的图形。',
  },
  'hint.E-SRV-108': {
    en: 'Ask for one of: {expected}. They are there once `init` has read the boundary.',
    zh: '可取：{expected}。`init` 读入边界之后才有图形。',
  },
  'error.E-SRV-109': {
    en: 'The project has no terrain model ({where}).',
    zh: '项目没有可用的高程模型（{where}）。',
  },
  'hint.E-SRV-109': {
    en: 'Name a GeoTIFF of heights as diagnose.dem in the settings.',
    zh: '请在设置中用 diagnose.dem 指定一个高程 GeoTIFF 文件。',
  },
  'error.E-SRV-110': {
    en: 'There is no picture of the project {where} yet.',
    zh: '项目 {where} 还没有缩略图。',
  },
  'hint.E-SRV-110': {
    en: 'Run `observe`: the picture is made from the last year.',
    zh: '请先运行 `observe`：缩略图取自最近一年的影像。',
  },
  'error.E-SRV-111': {
    en: 'The project {where} has no report "{got}".',
    zh: '项目 {where} 没有名为“{got}”的报告。',
  },
  'hint.E-SRV-111': {
    en: 'Choose one from the list of reports, or write it anew.',
    zh: '请从报告列表中选择，或重新生成。',
  },
  'error.E-SRV-112': {
    en: 'The parameter {where} names a coordinate system that is not offered: {got}.',
    zh: '参数 {where} 所指的坐标系不可用：{got}。',
  },
  'hint.E-SRV-112': { en: 'Offered: {expected}.', zh: '可用坐标系：{expected}。' },
  'error.E-SRV-113': { en: 'There is no collection "{got}".', zh: '没有名为“{got}”的要素集合。' },
  'hint.E-SRV-113': {
    en: '/ogc/collections lists them; findings, plan and alerts are there once they are made.',
    zh: '全部集合见 /ogc/collections；诊断、方案与提示要在生成之后才会列出。',
  },
  'error.E-SRV-114': {
    en: 'The collection {where} has no feature "{got}".',
    zh: '集合 {where} 中没有编号为“{got}”的要素。',
  },
  'hint.E-SRV-114': {
    en: 'Take an id from the items of the collection.',
    zh: '编号请以该集合 items 中的为准。',
  },
  'error.E-SRV-115': { en: 'There is no parameter "{got}" here.', zh: '此处没有名为“{got}”的参数。' },
  'hint.E-SRV-115': { en: 'Known here: {expected}.', zh: '可用参数：{expected}。' },
  'ogc.about': {
    en: 'Units, findings, plans and alerts of the projects of this workspace.',
    zh: '本工作区各项目的图斑、诊断、方案与提示。',
  },
  'ogc.units': { en: 'units', zh: '图斑' },
  'ogc.units.about': {
    en: 'Each unit with what was observed, diagnosed, planned and seen since.',
    zh: '每个图斑及其观测、诊断、方案与监测结果。',
  },
  'ogc.findings': { en: 'findings', zh: '诊断问题' },
  'ogc.findings.about': {
    en: 'What limits each unit, on its shape, with a sentence in both languages.',
    zh: '各图斑的限制因素，附中英文说明。',
  },
  'ogc.plan': { en: 'plan', zh: '方案' },
  'ogc.plan.about': {
    en: 'What becomes of each unit, from when, for whose money.',
    zh: '每个图斑的用途、开工年份与资金来源。',
  },
  'ogc.alerts': { en: 'alerts', zh: '提示' },
  'ogc.alerts.about': {
    en: 'Departures from what was promised, and how far each was answered.',
    zh: '与承诺不符的情况及其处置进度。',
  },
  'ogc.boundary': { en: 'boundary', zh: '边界' },
  'ogc.boundary.about': { en: 'The boundary of the site.', zh: '项目边界。' },
  'ogc.reference': { en: 'reference areas', zh: '参照区' },
  'ogc.reference.about': {
    en: 'Land that recovery is measured against.',
    zh: '用于衡量恢复程度的参照地块。',
  },
  'ogc.page.title': { en: 'Map layers for QGIS and other programs', zh: '供 QGIS 等软件读取的图层' },
  'ogc.page.collections': { en: 'All layers', zh: '全部图层' },
  'ogc.page.conformance': { en: 'What of the standard is kept', zh: '符合的标准条款' },
  'ogc.page.api': { en: 'Description for programs (OpenAPI)', zh: '接口描述（OpenAPI）' },
  'ogc.page.docs': { en: 'Everything the server answers', zh: '服务器全部接口' },
  'ogc.page.json': { en: 'This page as JSON', zh: '本页的 JSON 版本' },
  'ogc.page.app': { en: 'Back to the projects', zh: '返回项目列表' },
  'ogc.page.items': { en: 'Features (GeoJSON, the first 100)', zh: '要素（GeoJSON，前 100 个）' },
  'ogc.page.extent': { en: 'Extent: west, south, east, north', zh: '范围：西、南、东、北' },
  'ogc.page.years': { en: 'Years', zh: '年份' },
  'ogc.page.crs': { en: 'Coordinate systems', zh: '坐标系' },
  'ogc.page.empty': { en: 'There is no layer yet: begin a project first.', zh: '尚无图层，请先新建项目。' },
  'report-needs.observation': { en: 'an observation (`observe`)', zh: '观测结果（`observe`）' },
  'report-needs.diagnosis': { en: 'a diagnosis (`diagnose`)', zh: '诊断结果（`diagnose`）' },
  'report-needs.plan': { en: 'a plan (`plan solve`)', zh: '方案（`plan solve`）' },
  'report-needs.season': { en: 'a season (`season`)', zh: '至少一季监测结果（`season`）' },
  'report-needs.evidence': {
    en: 'imported records (`evidence import`) or claims.yaml',
    zh: '已导入的文献（`evidence import`）或 claims.yaml',
  },
} as const satisfies Texts;
