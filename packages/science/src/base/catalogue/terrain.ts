import type { Texts } from './index.ts';

/** What the terrain methods refuse and cannot say. */
export const terrainTexts = {
  'error.E-TER-001': {
    en: '{where} has {got} cells; the grid has {expected}.',
    zh: '{where} 有 {got} 个像元，而格网应有 {expected} 个。',
  },
  'hint.E-TER-001': {
    en: 'Bring all layers to the grid of the terrain model first.',
    zh: '请先将各图层统一到高程模型的格网。',
  },
  'error.E-TER-002': {
    en: '{where} is {got}; it must be {expected}.',
    zh: '{where} 的值为 {got}，应为 {expected}。',
  },
  'hint.E-TER-002': {
    en: 'Cell sizes are in metres. For a terrain model in degrees, check that its latitudes lie between the poles.',
    zh: '像元大小以米为单位。若高程模型采用经纬度，请检查纬度是否超出两极。',
  },
  'error.E-TER-003': {
    en: '{where} is {got}; it must be a whole number: {expected}.',
    zh: '{where} 的值为 {got}，应为正整数：{expected}。',
  },
  'hint.E-TER-003': {
    en: 'Give the radius of the window in cells, not in metres.',
    zh: '窗口半径请以像元数给出，而不是米。',
  },
  'error.E-TER-004': {
    en: '{where}: {got} is no flow direction, or leads out of the grid; known are {expected}.',
    zh: '{where}：{got} 不是有效的流向编码，或流出格网之外；有效编码为 {expected}。',
  },
  'hint.E-TER-004': {
    en: 'Use flow directions made by Aftermine: 1 is east, then clockwise; 0 where flow ends.',
    zh: '请使用 Aftermine 生成的流向：1 为正东，顺时针依次加倍，0 表示水流终点。',
  },
  'error.E-TER-005': {
    en: '{where}: water runs in a circle; {got} cells or more never come to an end.',
    zh: '{where}：水流形成闭环，至少有 {got} 个像元流不到终点。',
  },
  'hint.E-TER-005': {
    en: 'Fill the terrain model and find the flow directions anew.',
    zh: '请对高程模型填洼后重新计算流向。',
  },
  'error.E-TER-006': {
    en: '{where} (cell {got}) lies outside the ground of the grid, or is given twice.',
    zh: '{where}（像元 {got}）不在格网的有效地面内，或被重复给出。',
  },
  'hint.E-TER-006': {
    en: 'Move the pour point onto ground, or leave the second one out.',
    zh: '请将出水口移到有高程数据的位置，或去掉重复的出水口。',
  },
  'unknown.slope-stability-strength': {
    en: 'no strength of the ground is stated ({missing})',
    zh: '未给出岩土强度参数（{missing}）',
  },
  'unknown.slope-stability-steep': {
    en: 'steeper ({slope} degrees) than a screen for shallow sliding can judge ({most} degrees)',
    zh: '坡度 {slope}° 过陡，浅层滑动初筛仅适用于 {most}° 以下',
  },
  'unknown.slope-stability-slope': {
    en: 'the slope is not known here',
    zh: '此处坡度未知',
  },
} as const satisfies Texts;
