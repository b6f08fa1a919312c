import type { Texts } from './index.ts';

/** Names of indices and grades, errors and non-answers of the observe step. */
export const observeTexts = {
  'index.ndvi': { en: 'Vegetation index (NDVI)', zh: '归一化植被指数（NDVI）' },
  'index.nbr': { en: 'Burn ratio (NBR)', zh: '归一化燃烧指数（NBR）' },
  'index.ndmi': { en: 'Moisture index (NDMI)', zh: '归一化水分指数（NDMI）' },
  'index.mndwi': { en: 'Water index (MNDWI)', zh: '改进归一化水体指数（MNDWI）' },
  'index.wetness': { en: 'Wetness (tasselled cap)', zh: '湿度分量（缨帽变换）' },
  'index.si': { en: 'Soil index (SI)', zh: '裸土指数（SI）' },
  'index.ibi': { en: 'Built-up index (IBI)', zh: '建筑指数（IBI）' },
  'index.ndbsi': { en: 'Dryness: bare and built-up land (NDBSI)', zh: '干度指数（NDBSI）' },
  'index.lst': { en: 'Land surface temperature', zh: '地表温度' },
  'index.fvc': { en: 'Fractional vegetation cover', zh: '植被覆盖度' },
  'index.bsi': { en: 'Bare soil index (BSI)', zh: '裸露土壤指数（BSI）' },
  'index.evi': { en: 'Enhanced vegetation index (EVI)', zh: '增强型植被指数（EVI）' },
  'index.savi': { en: 'Soil-adjusted vegetation index (SAVI)', zh: '土壤调节植被指数（SAVI）' },
  'index.albedo': { en: 'Surface albedo', zh: '地表反照率' },
  'index.salinity-ndsi': { en: 'Salinity index (NDSI)', zh: '归一化盐分指数（NDSI）' },
  'index.salinity-si': { en: 'Salinity index (SI, blue and red)', zh: '盐分指数（SI，蓝红波段）' },
  'index.salinity-si1': { en: 'Salinity index (SI1, green and red)', zh: '盐分指数（SI1，绿红波段）' },
  'index.salinity-s5': { en: 'Salinity index (S5)', zh: '盐分指数（S5）' },
  'index.rsei': { en: 'Remote sensing ecological index (RSEI)', zh: '遥感生态指数（RSEI）' },
  'index.rsei-3': {
    en: 'Ecological index without heat (not comparable with RSEI)',
    zh: '三分量生态指数（不含热度，不可与 RSEI 比较）',
  },

  'rsei-grade.poor': { en: 'Poor', zh: '差' },
  'rsei-grade.fair': { en: 'Fair', zh: '较差' },
  'rsei-grade.moderate': { en: 'Moderate', zh: '中等' },
  'rsei-grade.good': { en: 'Good', zh: '良' },
  'rsei-grade.excellent': { en: 'Excellent', zh: '优' },

  'mask-reason.fill': { en: 'outside the image', zh: '影像范围外' },
  'mask-reason.saturated': { en: 'saturated', zh: '信号饱和' },
  'mask-reason.cloud': { en: 'cloud', zh: '云' },
  'mask-reason.shadow': { en: 'cloud shadow', zh: '云阴影' },
  'mask-reason.dilated-cloud': { en: 'beside a cloud', zh: '云边缘' },
  'mask-reason.cirrus': { en: 'cirrus', zh: '卷云' },
  'mask-reason.snow': { en: 'snow or ice', zh: '冰雪' },
  'mask-reason.defective': { en: 'defective', zh: '坏像元' },

  'error.E-OBS-001': { en: 'No satellite scene was found.', zh: '没有找到任何卫星影像。' },
  'hint.E-OBS-001': {
    en: 'Put the deliveries (or STAC items) into a folder and name it under `observe.scenes`. Without pictures, go on with `aftermine diagnose` and `aftermine plan solve`.',
    zh: '请把影像数据（或 STAC 条目）放入文件夹，并在 `observe.scenes` 中写明该文件夹。没有影像时可直接运行 `aftermine diagnose` 与 `aftermine plan solve`。',
  },
  'error.E-OBS-002': {
    en: 'No scene overlaps the boundary: boundary {expected}, scenes {got} (west, south, east, north, degrees).',
    zh: '没有影像覆盖矿区边界：边界范围 {expected}，影像范围 {got}（西、南、东、北，单位为度）。',
  },
  'hint.E-OBS-002': {
    en: 'Compare the two boxes. If they should overlap, the coordinate system of the boundary is probably wrong.',
    zh: '请对比两个范围；若本应重叠，多半是边界文件的坐标系有误。',
  },
  'error.E-OBS-003': {
    en: 'Of {got} scenes over the boundary none is of a chosen sensor, year and season ({expected}).',
    zh: '边界上共有 {got} 景影像，但没有一景符合所选的传感器、年份和生长季（{expected}）。',
  },
  'hint.E-OBS-003': {
    en: 'Widen `observe.season` or `observe.years`, or add a sensor under `observe.sensors`.',
    zh: '请放宽 `observe.season` 或 `observe.years`，或在 `observe.sensors` 中增加传感器。',
  },
  'error.E-OBS-004': {
    en: 'The grid around the boundary would hold {got} pixels, more than {expected} (box {where}).',
    zh: '边界周围的格网将有 {got} 个像元，超过上限 {expected} 个（范围 {where}）。',
  },
  'hint.E-OBS-004': {
    en: 'Check the coordinate system of boundary and units, or choose a coarser `observe.grid.resolutionM`.',
    zh: '请检查边界与图斑的坐标系，或调大 `observe.grid.resolutionM`。',
  },
  'error.E-OBS-005': {
    en: 'None of the {got} scenes found can be used; the first problem is at {where}.',
    zh: '找到 {got} 景影像，但没有一景可用；第一个问题出在 {where}。',
  },
  'hint.E-OBS-005': {
    en: 'Each scene needs its bands and a coordinate system; `aftermine check` lists what each one lacks.',
    zh: '每景影像都要有所需波段和坐标系；运行 `aftermine check` 可查看各景缺少什么。',
  },
  'error.E-OBS-006': {
    en: 'The raster {where} does not say where on Earth it lies.',
    zh: '栅格 {where} 没有地理定位信息。',
  },
  'hint.E-OBS-006': {
    en: 'Give it a coordinate system and an extent, for example with `gdal_translate -a_srs -a_ullr`.',
    zh: '请为其设置坐标系和范围，例如使用 `gdal_translate -a_srs -a_ullr`。',
  },
  'error.E-OBS-101': {
    en: 'The band {expected} is missing; {index} cannot be computed without it.',
    zh: '缺少 {expected} 波段，无法计算 {index}。',
  },
  'hint.E-OBS-101': {
    en: 'Add the band to the delivery, or name it under `observe.own.bands`, or leave the index out.',
    zh: '请补充该波段文件，或在 `observe.own.bands` 中指明，或不计算该指数。',
  },
  'error.E-OBS-102': {
    en: 'There is no wetness set called {got}. Known: {expected}.',
    zh: '没有名为 {got} 的湿度系数组。可用的有：{expected}。',
  },
  'hint.E-OBS-102': {
    en: 'Use crist-1985 for surface reflectance of any Landsat.',
    zh: '各代 Landsat 地表反射率请使用 crist-1985。',
  },
  'error.E-OBS-103': {
    en: 'Arrays of different size at {where}: expected {expected}, got {got}.',
    zh: '{where} 处的数组大小不一致：应为 {expected}，实为 {got}。',
  },
  'hint.E-OBS-103': {
    en: 'All bands and masks of one block must be on the same grid; resample them first.',
    zh: '同一区块的波段与掩膜必须在同一格网上，请先重采样。',
  },
  'error.E-OBS-104': {
    en: 'NDVI of full vegetation must be {expected}, got {got}.',
    zh: '全植被 NDVI 应 {expected}，实为 {got}。',
  },
  'hint.E-OBS-104': {
    en: 'Take the soil and vegetation values from percentiles of the region, for example 5 and 95.',
    zh: '裸土值和全植被值可取研究区 NDVI 的百分位数，例如 5% 和 95%。',
  },
  'error.E-OBS-105': {
    en: '{got} is not a date; expected {expected}.',
    zh: '{got} 不是有效日期，应为 {expected}。',
  },
  'hint.E-OBS-105': {
    en: 'Write dates as 2020-07-15 and days of the season as 07-15.',
    zh: '日期请写成 2020-07-15，季节起止日请写成 07-15。',
  },
  'error.E-OBS-106': {
    en: '{where} of the composite lacks the band {expected}.',
    zh: '参与合成的 {where} 缺少 {expected} 波段。',
  },
  'hint.E-OBS-106': {
    en: 'Leave scenes with missing bands out of the composite, or composite fewer bands.',
    zh: '请剔除波段不全的影像，或减少参与合成的波段。',
  },
  'error.E-OBS-107': {
    en: '{got} cannot be a component of the ecological index: it is unknown, has no good or bad side, or stands twice.',
    zh: '{got} 不能作为生态指数的分量：未定义、没有优劣方向或重复出现。',
  },
  'hint.E-OBS-107': {
    en: 'Use declared indices such as ndvi, wetness, ndbsi, lst, albedo, salinity-si.',
    zh: '请使用已定义的指数，如 ndvi、wetness、ndbsi、lst、albedo、salinity-si。',
  },
  'error.E-OBS-108': {
    en: 'An ecological index needs at least two components, got {got}.',
    zh: '生态指数至少需要两个分量，目前只有 {got} 个。',
  },
  'hint.E-OBS-108': {
    en: 'Leave `observe.rsei.components` out to use the usual four.',
    zh: '删去 `observe.rsei.components` 即使用通常的四个分量。',
  },
  'error.E-OBS-110': {
    en: 'The reflectance of {where} looks unscaled: its median is {got} where 0..1 is expected.',
    zh: '{where} 的反射率像是未经缩放的原始值：中位数为 {got}，而反射率应在 0 到 1 之间。',
  },
  'hint.E-OBS-110': {
    en: 'State scale and offset of the bands. Indices of unscaled numbers are wrong. Values of this size fit: {suggestion}.',
    zh: '请写明波段的比例系数和偏移量，用原始值算出的指数是错误的。从数值大小看，可能是：{suggestion}。',
  },
  'error.E-OBS-111': {
    en: 'The reflectance of {where} has no dark values (5th percentile {got}): an offset was probably left out.',
    zh: '{where} 的反射率没有暗值（第 5 百分位为 {got}），多半漏掉了偏移量。',
  },
  'hint.E-OBS-111': {
    en: 'Landsat Collection 2 needs scale 0.0000275 and offset -0.2.',
    zh: 'Landsat Collection 2 应使用比例系数 0.0000275 和偏移量 -0.2。',
  },
  'error.E-OBS-112': {
    en: 'The reflectance of {where} is too far below zero (5th percentile {got}): it was probably scaled, or its offset applied, twice.',
    zh: '{where} 的反射率过多低于零（第 5 百分位为 {got}），多半被缩放了两次，或偏移量被扣除了两次。',
  },
  'hint.E-OBS-112': {
    en: 'If the values are reflectance already, use scale 1 and offset 0. For Sentinel-2, check whether the provider has already applied the offset.',
    zh: '若数据已是反射率，请使用比例系数 1、偏移量 0；若是 Sentinel-2，请核实数据提供方是否已扣除偏移量。',
  },
  'error.E-OBS-113': {
    en: 'The heat band of {where} is not in kelvin: its median is {got}, expected {expected}.',
    zh: '{where} 的热红外波段不是开尔文温度：中位数为 {got}，应在 {expected} 之间。',
  },
  'hint.E-OBS-113': {
    en: 'Landsat Collection 2 needs scale 0.00341802 and offset 149; for degrees Celsius use offset 273.15.',
    zh: 'Landsat Collection 2 应使用比例系数 0.00341802 和偏移量 149；若为摄氏度，偏移量取 273.15。',
  },
  'error.E-OBS-114': {
    en: '{got} is not a Sentinel-2 processing baseline such as {expected}.',
    zh: '{got} 不是有效的 Sentinel-2 处理基线编号（例如 {expected}）。',
  },
  'hint.E-OBS-114': {
    en: 'The baseline stands in the product name (N0509) and in MTD_MSIL2A.xml.',
    zh: '处理基线可在产品名（如 N0509）或 MTD_MSIL2A.xml 中查到。',
  },

  'unknown.otsu-one-class': {
    en: 'All pixels have the same value, so no threshold can be drawn.',
    zh: '所有像元取值相同，无法确定阈值。',
  },
  'unknown.rsei-no-pixels': {
    en: 'Too few pixels have all components ({count}); no index can be fitted.',
    zh: '各分量齐全的像元太少（{count} 个），无法拟合生态指数。',
  },
  'unknown.rsei-no-variance': {
    en: 'The components do not vary, so there is no axis to fit.',
    zh: '各分量没有变化，无法提取主成分。',
  },
  'unknown.rsei-constant-component': {
    en: 'The component {component} has the same value almost everywhere and cannot be scaled.',
    zh: '分量 {component} 几乎处处相同，无法归一化。',
  },
  'unknown.rsei-wrong-sign': {
    en: 'PC1 is not an ecological axis: {components} load with the wrong sign (loadings {loadings}; share {sharePercent} %). Open water, snow or cloud left in the area is the usual cause.',
    zh: '第一主成分不是生态轴：{components} 的载荷符号不对（载荷 {loadings}；方差贡献率 {sharePercent}%）。常见原因是区域内残留水体、积雪或云。',
  },
  'unknown.rsei-low-share': {
    en: 'PC1 is not an ecological axis: it explains only {sharePercent} % of the variance, at least {minSharePercent} % is needed (loadings {loadings}).',
    zh: '第一主成分不是生态轴：方差贡献率仅 {sharePercent}%，至少需要 {minSharePercent}%（载荷 {loadings}）。',
  },
} as const satisfies Texts;
