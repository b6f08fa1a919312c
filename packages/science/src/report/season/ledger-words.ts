import { hasText, type Language, say } from '../../base/index.ts';
import type { ActionEvidence, LedgerEntry } from '../../control/index.ts';
import { correctiveText } from './season-words.ts';

/** Names of people by their id of the settings. */
export type People = ReadonlyMap<string, string>;

/** Who wrote a line: a person of the settings by name, the program by its own, anybody else as they called themselves. */
export function writerText(by: string, people: People, language: Language): string {
  return by === 'aftermine' ? say(language, 'season-page.itself') : (people.get(by) ?? by);
}

/**
 * What a line of the history says beside its kind, in words.
 *
 * @param money an amount in the manner of the language
 */
export function ledgerWords(
  { detail }: Pick<LedgerEntry, 'detail'>,
  people: People,
  language: Language,
  money: (amount: number) => string,
): readonly string[] {
  const words: string[] = [];
  const tell = (key: string, params: Readonly<Record<string, string | number>>): void => {
    words.push(say(language, `season-page.detail.${key}`, params));
  };
  const text = (key: string): string | null => {
    const value = detail[key];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const count = (key: string): number | null => {
    const value = detail[key];
    return typeof value === 'number' ? value : null;
  };
  const action = text('action');
  if (action !== null) tell('action', { action: correctiveText(action, language) });
  const reason = text('reason');
  if (reason !== null)
    tell('reason', {
      reason: hasText(`dismissal.${reason}`) ? say(language, `dismissal.${reason}`) : reason,
    });
  const owner = text('owner');
  if (owner !== null) tell('owner', { owner: people.get(owner) ?? owner });
  const due = text('due');
  if (due !== null) tell('due', { due });
  const cost = count('cost');
  if (cost !== null) tell('cost', { cost: money(cost) });
  const from = count('from');
  if (from !== null) tell('from', { season: from });
  const season = count('season');
  if (season !== null) tell('season', { season });
  for (const key of ['alarms', 'changes', 'repairs', 'units'] as const) {
    const value = count(key);
    if (value !== null) tell(key, { count: value });
  }
  const evidence = detail['evidence'];
  if (evidence !== null && typeof evidence === 'object')
    words.push(evidenceText(evidence as ActionEvidence, language));
  const note = text('note');
  if (note !== null) tell('note', { note });
  return words;
}

/** A file that shows something: what it is, when and how far from the unit it was taken. */
export function evidenceText(
  { kind, takenAt, distanceM, place }: ActionEvidence,
  language: Language,
): string {
  const tell = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    say(language, `season-page.evidence.${key}`, params);
  return [
    tell(kind),
    ...(takenAt === null ? [] : [tell('taken', { at: takenAt.slice(0, 16).replace('T', ' ') })]),
    ...(distanceM !== null
      ? [tell(distanceM < 1 ? 'inside' : 'distance', { metres: Math.round(distanceM) })]
      : kind === 'photo' && place === null
        ? [tell('no-place')]
        : []),
  ].join(language === 'zh' ? '，' : ', ');
}
