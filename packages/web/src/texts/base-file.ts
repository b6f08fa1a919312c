import type { Language } from '../app/language.ts';
import type { Texts } from './text.ts';

/** Texts of base maps from a file. They come with the pages that offer one, not with the first page. */
export const baseFileTexts = {
  pmtiles: { en: 'PMTiles file', zh: 'PMTiles 文件' },
  'in-project': { en: 'File in the project folder', zh: '项目文件夹内的文件' },
  'in-project-pick': { en: 'None picked', zh: '未选择' },
  'in-project-none': {
    en: 'Put a .pmtiles file into the folder of the project to have it here.',
    zh: '将 .pmtiles 文件放入项目文件夹后即可在此选择。',
  },
  file: { en: 'File on this computer', zh: '本机文件' },
  'file-pick': { en: 'Choose a .pmtiles file', zh: '选择 .pmtiles 文件' },
  sending: { en: 'Sending the file', zh: '正在上传文件' },
  'url-file': { en: 'Address (https://…/map.pmtiles)', zh: '地址（https://…/map.pmtiles）' },
  'fault.no-pmtiles': {
    en: 'This is no PMTiles file: it does not begin with “PMTiles”. Choose the archive itself, not a page or a tile of it.',
    zh: '不是 PMTiles 文件：文件开头没有“PMTiles”标识。请选择归档文件本身，而不是网页或单个瓦片。',
  },
  'fault.mbtiles': {
    en: 'This is an MBTiles file (SQLite), whatever its name says. Convert it: pmtiles convert map.mbtiles map.pmtiles',
    zh: '这是 MBTiles 文件（SQLite），与扩展名无关。请先转换：pmtiles convert map.mbtiles map.pmtiles',
  },
  'fault.old-version': {
    en: 'PMTiles version {got} cannot be shown, version 3 can. Convert it: pmtiles convert old.pmtiles new.pmtiles',
    zh: '不支持 PMTiles 第 {got} 版，仅支持第 3 版。请先转换：pmtiles convert old.pmtiles new.pmtiles',
  },
  'fault.cut-short': {
    en: 'The file is shorter than its head says ({got} bytes). It did not arrive whole: copy or download it again.',
    zh: '文件长度小于文件头所记（{got} 字节），文件不完整，请重新复制或下载。',
  },
  'fault.damaged': {
    en: 'The file is damaged: its directory cannot be read ({got}). Copy or download it again.',
    zh: '文件已损坏：无法读取目录（{got}）。请重新复制或下载。',
  },
  'fault.tile-type': {
    en: 'The tiles are of a type that cannot be shown ({got}). PNG, JPEG, WebP, AVIF and vector tiles (MVT) can.',
    zh: '瓦片类型（{got}）无法显示。支持 PNG、JPEG、WebP、AVIF 与矢量瓦片（MVT）。',
  },
  'fault.compression': {
    en: 'The file is packed in a way that browsers do not unpack ({got}). Make it with gzip or without packing.',
    zh: '文件压缩方式（{got}）浏览器无法解压。请使用 gzip 或不压缩的文件。',
  },
  'fault.system': {
    en: 'The tiles are in {got}. PMTiles are shown in Web Mercator (EPSG:3857); for EPSG:4490 use a WMTS service.',
    zh: '瓦片坐标系为 {got}。PMTiles 仅支持 Web 墨卡托（EPSG:3857）；EPSG:4490 请使用 WMTS 服务。',
  },
  'fault.no-ranges': {
    en: '{got} gives only whole files. Parts must be asked for (HTTP ranges): put the file into the folder of the project.',
    zh: '{got} 不支持分段读取（HTTP Range）。请将文件放入项目文件夹。',
  },
  'fault.unreachable': {
    en: 'The file cannot be reached ({got}). Another host must allow it (CORS), and the server must name it: aftermine serve --map-host https://{got}',
    zh: '无法读取文件（{got}）。外部主机须允许跨域（CORS），并在服务端指定：aftermine serve --map-host https://{got}',
  },
} as const satisfies Texts;

export type BaseFileKey = keyof typeof baseFileTexts;

/** One of them; `got` is what is known of a fault. */
export function baseFileText(key: BaseFileKey, language: Language, got = ''): string {
  return baseFileTexts[key][language].replaceAll('{got}', () => got);
}
