import { type Language, say } from '../../base/index.ts';
import type { WheelSlice } from '../../control/index.ts';
import { lineStart, toldText } from './season-words.ts';

/** Which wheel: recovery of the land, or what people have of it. */
export type WheelKind = 'ser' | 'social';

/** One slice in words. */
export interface WheelRow {
  readonly id: string;
  readonly attribute: string;
  readonly name: string;
  /** 0..5; null: not assessed. */
  readonly stars: number | null;
  readonly by: WheelSlice['by'];
  /** Words of `by`. */
  readonly byText: string;
  readonly count: number;
  readonly evidence: readonly string[];
  /** Stars less those of the season before; null where either was not assessed. */
  readonly change: number | null;
}

/** A group of three slices. */
export interface WheelGroup {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly WheelRow[];
}

/** A wheel as a table: its groups in order, each slice with what it rests on and what became of it since the last season. */
export function wheelTable(
  kind: WheelKind,
  slices: readonly WheelSlice[],
  before: readonly WheelSlice[],
  language: Language,
): readonly WheelGroup[] {
  const old = new Map(before.map(({ id, stars }) => [id, stars]));
  const groups = new Map<string, WheelRow[]>();
  for (const { id, attribute, stars, by, count, evidence } of slices) {
    const was = old.get(id) ?? null;
    const row: WheelRow = {
      id,
      attribute,
      name: lineStart(say(language, `${kind}.${id}`)),
      stars,
      by,
      byText: say(language, `season-wheel.${by}`),
      count,
      evidence: evidence.map((one) => toldText(language, one)),
      change: stars === null || was === null ? null : stars - was,
    };
    groups.set(attribute, [...(groups.get(attribute) ?? []), row]);
  }
  return [...groups].map(([id, rows]) => ({ id, name: lineStart(say(language, `${kind}.${id}`)), rows }));
}

/** Slices assessed, of all. */
export function assessedOf(groups: readonly WheelGroup[]): {
  readonly assessed: number;
  readonly all: number;
} {
  const rows = groups.flatMap((group) => group.rows);
  return { assessed: rows.filter(({ stars }) => stars !== null).length, all: rows.length };
}
