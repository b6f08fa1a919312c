import { type Language, say } from '@aftermine/science/base';
import type { LedgerEntry } from '@aftermine/science/control';
import { ledgerWords, lineStart, type People, writerText } from '@aftermine/science/report/season';
import { momentText, moneyText } from '../../parts/numbers.ts';
import type { Alert } from './alert-data.ts';

/** What an alert is, as a heading: "Recovery stands still". */
export function alertTitle({ alarm }: Pick<Alert, 'alarm'>, language: Language): string {
  return lineStart(say(language, `alarm.${alarm.kind}`));
}

/** The unit with its name, or the place on the ground. */
export function alertPlace({ alarm, name }: Pick<Alert, 'alarm' | 'name'>, language: Language): string {
  if (alarm.unit !== null) return name === null ? alarm.unit : `${alarm.unit} ${name}`;
  const [longitude = 0, latitude = 0] = alarm.place ?? [];
  return say(language, 'season-page.alert.place', {
    longitude: longitude.toFixed(5),
    latitude: latitude.toFixed(5),
  });
}

/** A line of the history in one sentence without its time: "dismissed: reason: false alarm; …, 王科长". */
export function entryText(
  entry: LedgerEntry,
  people: People,
  language: Language,
  currency: string | null,
): { readonly what: string; readonly who: string; readonly at: string; readonly detail: string } {
  return {
    what: lineStart(say(language, `ledger.${entry.kind}`)),
    who: writerText(entry.by, people, language),
    at: momentText(entry.at, language),
    detail: ledgerWords(entry, people, language, (amount) => moneyText(amount, currency, language)).join(
      language === 'zh' ? '；' : '; ',
    ),
  };
}
