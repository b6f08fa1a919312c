import type { Unknown } from '../../base/index.ts';

/** One row of the table of field notes: what somebody saw or did on a unit. */
export interface FieldNote {
  readonly unit: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Works of the plan: begun or done in this year, or put off. */
  readonly works: 'begun' | 'done' | 'postponed' | null;
  /** Plants counted. */
  readonly alive: number | null;
  readonly dead: number | null;
  /** Money paid, in the currency of the plan. */
  readonly cost: number | null;
  readonly note: string | null;
}

/** Field notes up to a season, by unit. */
export interface FieldRecord {
  readonly postponed: ReadonlySet<string>;
  /** Counts of the latest year with any, by unit. */
  readonly survival: ReadonlyMap<
    string,
    { readonly alive: number; readonly dead: number; readonly year: number }
  >;
  readonly paid: number | Unknown;
  readonly notes: number;
}

/** What field notes say up to the end of a season; of several words on one unit's works the latest holds. */
export function fieldRecord(notes: readonly FieldNote[], year: number): FieldRecord {
  const upTo = notes
    .filter(({ date }) => Number(date.slice(0, 4)) <= year)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const works = new Map<string, NonNullable<FieldNote['works']>>();
  const survival = new Map<string, { alive: number; dead: number; year: string }>();
  let paid: number | null = null;
  for (const note of upTo) {
    if (note.works !== null) works.set(note.unit, note.works);
    if (note.cost !== null) paid = (paid ?? 0) + note.cost;
    if (note.alive === null && note.dead === null) continue;
    const of = note.date.slice(0, 4);
    const known = survival.get(note.unit);
    const [alive, dead] = [note.alive ?? 0, note.dead ?? 0];
    if (known === undefined || known.year < of) survival.set(note.unit, { alive, dead, year: of });
    else survival.set(note.unit, { alive: known.alive + alive, dead: known.dead + dead, year: of });
  }
  return {
    postponed: new Set([...works].flatMap(([unit, word]) => (word === 'postponed' ? [unit] : []))),
    survival: new Map(
      [...survival].map(([unit, { alive, dead, year: of }]) => [unit, { alive, dead, year: Number(of) }]),
    ),
    paid: paid ?? { kind: 'unknown', reason: 'no-field-costs' },
    notes: upTo.length,
  };
}
