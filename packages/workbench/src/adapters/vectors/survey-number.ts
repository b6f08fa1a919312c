/** Full-width forms (１２，：) as their plain ones; ideographic spaces as spaces. */
export function plainForms(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\ufeff]/g, ' ');
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;
/** 113°25′30.5″, 113-25-30.5, 113 25 30.5, 113:25:30.5, 113度25分30.5秒, with a hemisphere before or after. */
const ANGLE =
  /^([nsew])?\s*([+-]?\d{1,3})\s*[°º度:\-\s]\s*(\d{1,2}(?:\.\d+)?)\s*(?:['′’‘分:\-\s]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|″|”|“|''|′′|秒)?)?)?\s*([nsew])?$/i;

/**
 * A coordinate as people write it: a decimal number (full-width digits and signs too) or degrees, minutes and
 * seconds, which come out as decimal degrees; south and west are negative.
 *
 * @returns null for text that is no coordinate, minutes or seconds of 60 and more included
 */
export function surveyNumber(text: string): number | null {
  const plain = plainForms(text).trim();
  if (DECIMAL.test(plain)) {
    const value = Number(plain);
    return Number.isFinite(value) ? value : null;
  }
  if (plain.length > 40) return null;
  const lone = /^([nsew])?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[°º度]?\s*([nsew])?$/i.exec(plain);
  if (lone !== null) return signed(Number(lone[2]), lone[1] ?? lone[3]);
  const parts = ANGLE.exec(plain);
  if (parts === null) return null;
  const [degrees, minutes, seconds] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)];
  if (minutes >= 60 || seconds >= 60) return null;
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
  return signed(parts[2]!.startsWith('-') ? -size : size, parts[1] ?? parts[5]);
}

function signed(value: number, hemisphere: string | undefined): number {
  return hemisphere !== undefined && /[sw]/i.test(hemisphere) ? -Math.abs(value) : value;
}
