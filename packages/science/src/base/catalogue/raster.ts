import type { Texts } from './index.ts';

/** Rasters and coordinate systems: errors. */
export const rasterTexts = {
  'error.E-TIF-001': { en: '{where} is not a TIFF ({got}).', zh: '{where} 不是 TIFF 文件（{got}）。' },
  'hint.E-TIF-001': {
    en: 'Give a GeoTIFF; other formats convert with `gdal_translate IN OUT.tif`.',
    zh: '请提供 GeoTIFF；其他格式可用 `gdal_translate 输入 输出.tif` 转换。',
  },
  'error.E-TIF-002': {
    en: '{where} is cut short: {expected} bytes are needed, it has {got}.',
    zh: '{where} 不完整：需要 {expected} 字节，实际只有 {got} 字节。',
  },
  'hint.E-TIF-002': {
    en: 'Copy or download the file again and compare its size.',
    zh: '请重新复制或下载该文件，并核对文件大小。',
  },
  'error.E-TIF-003': {
    en: 'The structure of {where} contradicts itself: {got}.',
    zh: '{where} 的内部结构自相矛盾：{got}。',
  },
  'hint.E-TIF-003': {
    en: 'The file is damaged. Copy it again, or rewrite it with `gdal_translate`.',
    zh: '文件已损坏。请重新复制，或用 `gdal_translate` 重写。',
  },
  'error.E-TIF-004': {
    en: '{where} claims to be larger than is read: {got} (at most {expected}).',
    zh: '{where} 声称的尺寸超出可读范围：{got}（最大 {expected}）。',
  },
  'hint.E-TIF-004': {
    en: 'Cut it to the mine, or rewrite it in tiles with `gdal_translate -co TILED=YES`.',
    zh: '请裁剪到矿区范围，或用 `gdal_translate -co TILED=YES` 改为分块存储。',
  },
  'error.E-TIF-005': {
    en: '{where} uses something that is not read: {got}.',
    zh: '{where} 使用了不支持的内容：{got}。',
  },
  'hint.E-TIF-005': {
    en: 'Rewrite it with `gdal_translate -co COMPRESS=DEFLATE`, 8 to 64 bits a sample.',
    zh: '请用 `gdal_translate -co COMPRESS=DEFLATE` 重写，像元位数为 8 至 64 位。',
  },
  'error.E-TIF-006': {
    en: 'A block of {where} cannot be decoded: {got}.',
    zh: '{where} 的数据块无法解码：{got}。',
  },
  'hint.E-TIF-006': {
    en: 'The file is damaged. Copy or download it again.',
    zh: '文件已损坏。请重新复制或下载。',
  },
  'error.E-TIF-007': {
    en: 'A part of {where} was asked for that it does not have: {got} of {expected}.',
    zh: '请求了 {where} 中不存在的部分：{got}（实际为 {expected}）。',
  },
  'hint.E-TIF-007': {
    en: 'Check band numbers against `aftermine info FILE`.',
    zh: '请用 `aftermine info 文件` 核对波段号。',
  },
  'error.E-CRS-001': { en: 'The coordinate system {got} is not known here.', zh: '不支持坐标系 {got}。' },
  'hint.E-CRS-001': {
    en: 'Known: WGS 84 (4326, UTM, 3857), CGCS2000 (4490, 4491-4554), NAD83 and ETRS89 UTM. Convert with `ogr2ogr -t_srs EPSG:4490` or `gdalwarp`.',
    zh: '支持：WGS 84（4326、UTM、3857）、CGCS2000（4490、4491–4554）、NAD83 与 ETRS89 UTM。可用 `ogr2ogr -t_srs EPSG:4490` 或 `gdalwarp` 转换。',
  },
} as const satisfies Texts;
