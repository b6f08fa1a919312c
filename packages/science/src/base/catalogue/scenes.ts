import type { Texts } from './index.ts';

/** What finding scenes has to say: `scene-problem.*` is reported scene by scene and stops nothing. */
export const scenesTexts = {
  'error.E-SCN-001': {
    en: '{where} holds both HLS ({hls} scenes) and Landsat Collection 2 Level-2 ({landsat} scenes): their atmospheric correction differs, so years would not be comparable.',
    zh: '{where} 中同时有 HLS（{hls} 景）和 Landsat Collection 2 Level-2（{landsat} 景）：两者大气校正方法不同，年份之间不可比。',
  },
  'hint.E-SCN-001': {
    en: 'Choose one: observe.sensors: [landsat] or [hls].',
    zh: '请二选一：在设置中写 observe.sensors: [landsat] 或 [hls]。',
  },
  'error.E-SCN-002': {
    en: 'The STAC item {where} was not written by Aftermine, or is damaged.',
    zh: 'STAC 条目 {where} 不是由 Aftermine 写出的，或已损坏。',
  },
  'hint.E-SCN-002': {
    en: 'Run `aftermine observe` again: it writes the item anew.',
    zh: '请重新运行 `aftermine observe`，条目会重新生成。',
  },
  'scene-problem.no-such-path': {
    en: 'There is nothing at {where}: check observe.scenes.',
    zh: '{where} 不存在：请检查 observe.scenes。',
  },
  'scene-problem.closed-folder': {
    en: 'The folder {where} cannot be opened; what is in it is left out.',
    zh: '无法打开文件夹 {where}，其中内容未纳入。',
  },
  'scene-problem.too-many-files': {
    en: '{where} holds more than {count} files or is nested too deep; the rest is left out. Name the folders of the scenes themselves.',
    zh: '{where} 中文件超过 {count} 个或层级过深，其余未纳入。请直接指定影像所在的文件夹。',
  },
  'scene-problem.unreadable': {
    en: '{where} cannot be read as a raster ({reason}); the scene is left out.',
    zh: '{where} 无法作为栅格读取（{reason}），该景未纳入。',
  },
  'scene-problem.no-grid': {
    en: '{where} does not say where it lies (no CRS, no position, or rotated); the scene is left out. Write its position into it, for example with gdal_translate -a_srs.',
    zh: '{where} 缺少空间参考（无坐标系、无位置或有旋转），该景未纳入。请先写入空间参考，例如用 gdal_translate -a_srs。',
  },
  'scene-problem.unknown-crs': {
    en: 'The CRS {crs} of {where} is not known ({reason}); the scene is left out.',
    zh: '{where} 的坐标系 {crs} 无法识别（{reason}），该景未纳入。',
  },
  'scene-problem.level-1': {
    en: '{where} is a {level} product, not surface reflectance; it is left out. Order the Level-2 product of the same scene (Landsat L2SP, Sentinel-2 L2A).',
    zh: '{where} 是 {level} 级产品，不是地表反射率，未纳入。请订购同一景的二级产品（Landsat L2SP、Sentinel-2 L2A）。',
  },
  'scene-problem.collection-1': {
    en: '{where} is of Collection {collection}; its scaling differs and it is left out. Order Collection 2 Level-2.',
    zh: '{where} 属于 Collection {collection}，定标系数不同，未纳入。请订购 Collection 2 Level-2。',
  },
  'scene-problem.missing-bands': {
    en: '{where} lacks {bands} ({files}).',
    zh: '{where} 缺少波段 {bands}（{files}）。',
  },
  'scene-problem.left-out-missing-bands': {
    en: '{where} is left out: it lacks {bands}.',
    zh: '{where} 缺少波段 {bands}，未纳入。',
  },
  'scene-problem.no-bands': {
    en: '{where} holds none of the reflectance bands ({files}); it is left out.',
    zh: '{where} 没有任何反射率波段（{files}），未纳入。',
  },
  'scene-problem.missing-mask': {
    en: '{where} comes without {mask}, so clouds cannot be told from land; it is left out. Add that file.',
    zh: '{where} 缺少 {mask}，无法区分云与地面，未纳入。请补上该文件。',
  },
  'scene-problem.no-saturation': {
    en: '{where} comes without {mask}: saturated pixels are not recognised.',
    zh: '{where} 缺少 {mask}：无法识别饱和像元。',
  },
  'scene-problem.no-cloud-mask': {
    en: '{where} has no cloud mask that Aftermine knows: every pixel with a value is used.',
    zh: '{where} 没有可识别的云掩膜：所有有值像元都会使用。',
  },
  'scene-problem.no-temperature': {
    en: '{where} comes without surface temperature ({file}): it adds nothing to the heat component.',
    zh: '{where} 没有地表温度波段（{file}）：不参与热度分量。',
  },
  'scene-problem.tier-2': {
    en: '{where} is of tier {tier}: its position may be off by more than a pixel.',
    zh: '{where} 属于 {tier} 级：几何定位误差可能超过一个像元。',
  },
  'scene-problem.duplicate': {
    en: '{where} is left out: {kept} is the same acquisition, processed later or found first.',
    zh: '{where} 未纳入：{kept} 是同一次成像，处理时间更新或先被找到。',
  },
  'scene-problem.damaged-metadata': {
    en: 'The metadata file {where} cannot be understood; the usual scaling of the product is used.',
    zh: '元数据文件 {where} 无法解析，改用该产品的常规定标系数。',
  },
  'scene-problem.archive': {
    en: '{where} is packed: unpack it into the folder of the scenes.',
    zh: '{where} 是压缩包：请解压到影像文件夹中。',
  },
  'scene-problem.jpeg2000': {
    en: '{where}: {count} band(s) are JPEG 2000, which is not read. Convert each with gdal_translate IN.jp2 OUT.tif and keep the names.',
    zh: '{where}：有 {count} 个波段为 JPEG 2000 格式，无法读取。请用 gdal_translate 输入.jp2 输出.tif 逐个转换，文件名保持不变。',
  },
  'scene-problem.unknown-rasters': {
    en: '{where} holds {count} GeoTIFF(s) of unknown content, for example {example}. Say what their bands are under observe.own.',
    zh: '{where} 中有 {count} 个内容不明的 GeoTIFF，例如 {example}。请在 observe.own 中说明其波段。',
  },
  'scene-problem.offset-unknown': {
    en: '{where} ({date}) does not say its processing baseline, so it is unknown whether its reflectance carries an offset of 1000; it is left out. Put its MTD_MSIL2A.xml or STAC item beside the bands, give the folder the full name of the product, or state the offset as observe.sentinel2Offset.',
    zh: '{where}（{date}）没有注明处理基线，无法判断反射率是否含 1000 的偏移，未纳入。请把 MTD_MSIL2A.xml 或 STAC 条目放在波段旁，用完整产品名命名文件夹，或在 observe.sentinel2Offset 中注明偏移。',
  },
  'scene-problem.offset-contradicted': {
    en: '{where}: its metadata contradict each other about the reflectance offset; {offset} is used.',
    zh: '{where}：元数据对反射率偏移的说明互相矛盾，采用 {offset}。',
  },
  'scene-problem.no-date': {
    en: 'Nothing tells the date of {where}; it is left out. Give the folder the full name of the product.',
    zh: '{where} 没有日期信息，未纳入。请用完整产品名命名文件夹。',
  },
  'scene-problem.hls-version': {
    en: '{where} is HLS v{version}; only v2.0 and later are read.',
    zh: '{where} 是 HLS v{version}，仅支持 v2.0 及以后版本。',
  },
  'scene-problem.hls-thermal': {
    en: '{where}: the thermal bands of HLS are brightness temperature at the top of the atmosphere, not land surface temperature; they are not used.',
    zh: '{where}：HLS 的热红外波段是大气层顶亮度温度，不是地表温度，不予使用。',
  },
  'scene-problem.hls-with-sentinel': {
    en: '{where} holds HLS ({hls} scenes) and Sentinel-2 L2A ({sentinel} scenes): an acquisition may count twice, and the two are corrected differently. Choose one with observe.sensors.',
    zh: '{where} 中同时有 HLS（{hls} 景）和 Sentinel-2 L2A（{sentinel} 景）：同一次成像可能重复计入，且校正方法不同。请用 observe.sensors 选择其一。',
  },
  'scene-problem.not-json': {
    en: '{where} is not valid JSON, or is too large; it is left out.',
    zh: '{where} 不是有效的 JSON 或文件过大，未纳入。',
  },
  'scene-problem.not-stac': {
    en: '{where} is not a STAC item, catalogue or collection.',
    zh: '{where} 不是 STAC 条目、目录或集合。',
  },
  'scene-problem.stac-version': {
    en: '{where} is of STAC version {version}; 1.0 and 1.1 are read.',
    zh: '{where} 的 STAC 版本为 {version}，仅支持 1.0 和 1.1。',
  },
  'scene-problem.stac-field': {
    en: '{where} has no usable "{key}" (found: {got}).',
    zh: '{where} 缺少可用的“{key}”（现为：{got}）。',
  },
  'scene-problem.no-known-band': {
    en: '{where}: none of its {assets} asset(s) is a GeoTIFF band that Aftermine knows by name.',
    zh: '{where}：{assets} 个资产中没有可按名称识别的 GeoTIFF 波段。',
  },
  'scene-problem.remote-assets': {
    en: '{where}: {count} file(s) lie elsewhere ({names}). Aftermine fetches nothing: download them beside the item.',
    zh: '{where}：有 {count} 个文件在别处（{names}）。Aftermine 不联网下载：请下载后放在条目旁边。',
  },
  'scene-problem.missing-files': {
    en: '{where}: {count} file(s) it names are not there ({names}).',
    zh: '{where}：所列文件有 {count} 个不存在（{names}）。',
  },
  'scene-problem.remote-links': {
    en: '{where}: {count} link(s) lead elsewhere ({names}) and were not followed. Download the items.',
    zh: '{where}：有 {count} 个链接指向别处（{names}），未跟随。请先下载这些条目。',
  },
  'scene-problem.missing-links': {
    en: '{where}: {count} link(s) lead to nothing ({names}).',
    zh: '{where}：有 {count} 个链接没有目标（{names}）。',
  },
  'scene-problem.stac-too-large': {
    en: '{where} leads to too many or too deeply nested documents; {count} item(s) were read.',
    zh: '{where} 关联的文档过多或嵌套过深，只读取了 {count} 个条目。',
  },
  'scene-problem.pattern-without-year': {
    en: 'The pattern "{where}" of observe.own does not say where the year stands: write {year} in it.',
    zh: 'observe.own 的文件模式“{where}”没有标明年份位置：请写入 {year}。',
  },
  'scene-problem.pattern-without-files': {
    en: 'No file fits the pattern "{where}" of observe.own (relative to the project folder).',
    zh: '没有文件符合 observe.own 的模式“{where}”（相对于项目文件夹）。',
  },
  'scene-problem.band-number': {
    en: '{where} has {count} band(s): band {number} for {band} does not exist. Bands are counted from 1; the scene is left out.',
    zh: '{where} 只有 {count} 个波段：{band} 所指的第 {number} 波段不存在。波段从 1 开始计数；该景未纳入。',
  },
  'scene-problem.band-name': {
    en: '{where}: the settings take band {number} as {band}, but the file calls it {called}. Check observe.own.',
    zh: '{where}：设置把第 {number} 波段当作 {band}，但文件中该波段名为 {called}。请检查 observe.own。',
  },
  'scene-problem.damaged-pixels': {
    en: 'The pixels of {where} cannot be decoded everywhere; it was left out where they cannot.',
    zh: '{where} 的部分像元无法解码，相应区块未采用该景。',
  },
  'scene-problem.zeros': {
    en: '{where}: {percent} % of the pixels looked at are exactly 0 in every band. If 0 means no observation, add nodata: 0 under observe.own.',
    zh: '{where}：抽查像元中有 {percent}% 在所有波段都恰为 0。如果 0 表示无观测，请在 observe.own 中加 nodata: 0。',
  },
} as const satisfies Texts;
