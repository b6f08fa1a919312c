import { type Language, say } from '../../base/index.ts';
import type { FlowBoxes } from './flow-boxes.ts';
import type { ReasonCount, SourceKind } from './flow-counts.ts';
import { NO_REASON } from './tally-flow.ts';

/** Begins the line of a source under its kind. */
const DASH = '– ';

/** Boxes of the diagram, in reading order. */
export type FlowBoxId =
  | 'previous'
  | 'identified'
  | 'removed'
  | 'other-identified'
  | 'screened'
  | 'excluded'
  | 'sought'
  | 'not-retrieved'
  | 'other-sought'
  | 'other-not-retrieved'
  | 'assessed'
  | 'left-out'
  | 'other-assessed'
  | 'other-left-out'
  | 'included'
  | 'total';

/** One box in words. */
export interface FlowBoxWords {
  readonly id: FlowBoxId;
  /** Null where the lines speak for themselves. */
  readonly heading: string | null;
  readonly lines: readonly string[];
}

export interface FlowWordOptions {
  readonly language: Language;
  /** Words of exclusion reasons, by id; the id where there are none. */
  readonly reasonLabels?: Readonly<Record<string, string>>;
}

/** Every box of the diagram that is drawn, in words: the picture and its text twin say the same. */
export function flowWords(boxes: FlowBoxes, options: FlowWordOptions): readonly FlowBoxWords[] {
  const { language, reasonLabels = {} } = options;
  const word = (key: string, params: Record<string, string | number> = {}): string =>
    say(language, `evidence.flow.${key}`, params);
  const silent = (name?: (typeof boxes.contradictory)[number]): string =>
    word(name !== undefined && boxes.contradictory.includes(name) ? 'contradictory' : 'not-reported');
  const n = (value: number | null, name?: (typeof boxes.contradictory)[number]): string =>
    value === null ? silent(name) : word('n', { n: value.toLocaleString('en-US').replaceAll(',', '\u2009') });
  const pair = (label: string, value: number | null, name?: (typeof boxes.contradictory)[number]): string =>
    word(value === null ? 'line-silent' : 'line', { label, value: n(value, name) });
  const line = (key: string, value: number | null, name?: (typeof boxes.contradictory)[number]): string =>
    pair(word(key), value, name);
  const waiting = (value: number): string[] => (value === 0 ? [] : [line('awaiting', value)]);
  const sources = (kinds: readonly SourceKind[]): string[] =>
    boxes.sources
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ name, records }) => `${DASH}${pair(name, records)}`);
  const reasons = (list: readonly ReasonCount[] | null): string[] =>
    list === null
      ? [silent()]
      : list.length === 0
        ? [n(0)]
        : list.map(({ reason, reports }) =>
            pair(reasonLabels[reason] ?? (reason === NO_REASON ? word('no-reason') : reason), reports),
          );
  const hasRegisters = boxes.sources.some(({ kind }) => kind === 'register');
  const words: FlowBoxWords[] = [];
  const add = (id: FlowBoxId, heading: string | null, ...lines: readonly string[]): void => {
    words.push({ id, heading, lines });
  };
  if (boxes.hasPrevious)
    add(
      'previous',
      word('previous'),
      line('studies', boxes.previousStudies),
      line('reports', boxes.previousReports),
    );
  add(
    'identified',
    word('identified'),
    line('databases', boxes.databases),
    ...sources(['database']),
    ...(hasRegisters ? [line('registers', boxes.registers), ...sources(['register'])] : []),
  );
  add(
    'removed',
    word('removed'),
    line('duplicates', boxes.duplicates),
    line('automation', boxes.automation),
    line('other-removed', boxes.otherRemoved),
  );
  add('screened', null, line('screened', boxes.screened, 'screened'), ...waiting(boxes.awaitingScreening));
  add('excluded', null, line('excluded', boxes.excluded));
  add('sought', null, line('sought', boxes.sought, 'sought'));
  add('not-retrieved', null, line('not-retrieved', boxes.notRetrieved));
  add('assessed', null, line('assessed', boxes.assessed, 'assessed'), ...waiting(boxes.awaiting));
  add('left-out', word('left-out'), ...reasons(boxes.reasons));
  if (boxes.hasOther) {
    add(
      'other-identified',
      word('other-identified'),
      ...sources(['website', 'organisation', 'citation', 'other']),
      ...(boxes.otherNotSought === 0 ? [] : [line('not-sought', boxes.otherNotSought)]),
    );
    add('other-sought', null, line('sought', boxes.otherSought, 'otherSought'));
    add('other-not-retrieved', null, line('not-retrieved', boxes.otherNotRetrieved));
    add(
      'other-assessed',
      null,
      line('assessed', boxes.otherAssessed, 'otherAssessed'),
      ...waiting(boxes.otherAwaiting),
    );
    add('other-left-out', word('left-out'), ...reasons(boxes.otherReasons));
  }
  add(
    'included',
    word('included'),
    line('studies', boxes.newStudies, 'newStudies'),
    line('reports', boxes.newReports, 'newReports'),
  );
  if (boxes.hasPrevious)
    add('total', word('total'), line('studies', boxes.totalStudies), line('reports', boxes.totalReports));
  return words;
}

/** The diagram as text, one line per box: for those who do not see the picture, and for a terminal. */
export function flowText(boxes: FlowBoxes, options: FlowWordOptions): readonly string[] {
  const { language } = options;
  const [colon, stop] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  const comma = language === 'zh' ? '、' : ', ';
  return flowWords(boxes, options).map(({ heading, lines }) => {
    // Sources stand under their kind: one list, not one box each.
    const joined = lines.reduce((text, line, i) => {
      if (!line.startsWith(DASH)) return i === 0 ? line : `${text}${stop}${line}`;
      const source = line.slice(DASH.length);
      if (i === 0) return source;
      return `${text}${lines[i - 1]!.startsWith(DASH) ? comma : colon}${source}`;
    }, '');
    return heading === null ? joined : `${heading}${colon}${joined}`;
  });
}
