import type { EvidenceComplaint } from '../code/index.ts';
import type { FlowBoxes } from './flow-boxes.ts';
import type { FlowCounts, ReasonCount, SourceCount, SourceKind, StatedBoxes } from './flow-counts.ts';
import { NO_REASON } from './tally-flow.ts';

/** A row of the table that the PRISMA 2020 tools exchange: name of the datum and its cell. */
export interface FlowTableRow {
  readonly data: string;
  readonly n: string;
}

/** What a table tells. */
export interface ReadFlowTable {
  readonly counts: FlowCounts;
  readonly stated: StatedBoxes;
  readonly complaints: readonly EvidenceComplaint[];
}

const MAIN: readonly (readonly [data: string, kind: SourceKind])[] = [
  ['database', 'database'],
  ['register', 'register'],
];
const OTHERS: readonly (readonly [data: string, kind: SourceKind])[] = [
  ['website_results', 'website'],
  ['organisation_results', 'organisation'],
  ['citations_results', 'citation'],
];

/**
 * Reads the table of the PRISMA 2020 tools. Numbers of boxes that are computed are kept as stated, to be compared. A cell that is
 * no whole number is not reported, with a complaint: `1,234` is not guessed at, and a bad cell leaves every other cell as it was.
 * `xxx` and an empty cell are not reported, without complaint.
 */
export function readFlowTable(rows: readonly FlowTableRow[]): ReadFlowTable {
  const complaints: EvidenceComplaint[] = [];
  const cells = new Map(rows.map(({ data, n }) => [data.trim(), n.trim()]));
  const whole = (text: string, where: string): number | null => {
    if (/^\d{1,15}$/.test(text)) return Number(text);
    if (!/^(|xxx|na|n\/a)$/i.test(text))
      complaints.push({ where, kind: 'flow-not-a-count', params: { got: text } });
    return null;
  };
  const cell = (data: string): number | null => whole(cells.get(data) ?? '', data);
  /** `name, number; name, number`. */
  const list = (data: string): readonly { name: string; count: number | null }[] =>
    (cells.get(data) ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => {
        const comma = part.lastIndexOf(',');
        const name = comma < 0 ? part : part.slice(0, comma).trim();
        return { name, count: whole(comma < 0 ? '' : part.slice(comma + 1).trim(), data) };
      });
  const main = MAIN.flatMap(([data, kind]): SourceCount[] => {
    const total = cell(`${data}_results`);
    const single = list(`${data}_specific_results`).map(
      ({ name, count }): SourceCount => ({ name, kind, records: count }),
    );
    const known = single.every(({ records }) => records !== null);
    const sum = single.reduce((all, { records }) => all + (records ?? 0), 0);
    if (single.length > 0 && known) {
      if (total !== null && total !== sum)
        complaints.push({
          where: `${data}_results`,
          kind: 'flow-differs',
          params: { computed: sum, stated: total },
        });
      return single;
    }
    return cells.has(`${data}_results`) ? [{ name: data, kind, records: total }] : [];
  });
  const others = OTHERS.flatMap(([data, kind]): SourceCount[] =>
    cells.has(data) ? [{ name: kind, kind, records: cell(data) }] : [],
  );
  const reasons = (data: string): readonly ReasonCount[] | null => {
    const text = cells.get(data) ?? '';
    if (text === '') return null;
    const single = whole(/^\d+$/.test(text) ? text : '', data);
    if (single !== null) return single === 0 ? [] : [{ reason: NO_REASON, reports: single }];
    return list(data).map(({ name, count }) => ({ reason: name, reports: count }));
  };
  const stated = (data: string, key: keyof StatedBoxes): StatedBoxes => {
    const value = cell(data);
    return value === null ? {} : { [key]: value };
  };
  const previous = { studies: cell('previous_studies'), reports: cell('previous_reports') };
  return {
    counts: {
      sources: [...main, ...others],
      removed: {
        duplicates: cell('duplicates'),
        automation: cell('excluded_automatic'),
        other: cell('excluded_other'),
      },
      awaitingScreening: 0,
      excluded: cell('records_excluded'),
      main: { notRetrieved: cell('dbr_notretrieved_reports'), awaiting: 0, reasons: reasons('dbr_excluded') },
      others:
        others.length === 0
          ? { notRetrieved: 0, awaiting: 0, reasons: [], notSought: 0 }
          : {
              notRetrieved: cell('other_notretrieved_reports'),
              awaiting: 0,
              reasons: reasons('other_excluded'),
              notSought: 0,
            },
      studies: cell('new_studies'),
      previous: previous.studies === null && previous.reports === null ? null : previous,
    },
    stated: {
      ...stated('records_screened', 'screened'),
      ...stated('dbr_sought_reports', 'sought'),
      ...stated('dbr_assessed', 'assessed'),
      ...stated('other_sought_reports', 'otherSought'),
      ...stated('other_assessed', 'otherAssessed'),
      ...stated('new_reports', 'newReports'),
    },
    complaints,
  };
}

/** The numbers of a diagram as that table; an empty cell is not reported. */
export function flowTable(boxes: FlowBoxes): readonly FlowTableRow[] {
  const cell = (value: number | null): string => (value === null ? '' : String(value));
  const of = (kind: SourceKind): readonly SourceCount[] =>
    boxes.sources.filter((source) => source.kind === kind);
  const sum = (kind: SourceKind): string => {
    const records = of(kind).map((source) => source.records);
    return records.includes(null) ? '' : String(records.reduce((all: number, one) => all + (one ?? 0), 0));
  };
  const names = (kind: SourceKind): string =>
    of(kind)
      .map(({ name, records }) => `${listName(name)}, ${cell(records)}`)
      .join('; ');
  const reasons = (list: readonly ReasonCount[] | null): string =>
    list === null
      ? ''
      : list.length === 0
        ? '0'
        : list.map(({ reason, reports }) => `${listName(reason)}, ${cell(reports)}`).join('; ');
  return [
    ['previous_studies', cell(boxes.previousStudies)],
    ['previous_reports', cell(boxes.previousReports)],
    ['database_results', cell(boxes.databases)],
    ['database_specific_results', names('database')],
    ['register_results', cell(boxes.registers)],
    ['register_specific_results', names('register')],
    ['website_results', sum('website')],
    ['organisation_results', sum('organisation')],
    ['citations_results', sum('citation')],
    ['duplicates', cell(boxes.duplicates)],
    ['excluded_automatic', cell(boxes.automation)],
    ['excluded_other', cell(boxes.otherRemoved)],
    ['records_screened', cell(boxes.screened)],
    ['records_excluded', cell(boxes.excluded)],
    ['dbr_sought_reports', cell(boxes.sought)],
    ['dbr_notretrieved_reports', cell(boxes.notRetrieved)],
    ['other_sought_reports', cell(boxes.otherSought)],
    ['other_notretrieved_reports', cell(boxes.otherNotRetrieved)],
    ['dbr_assessed', cell(boxes.assessed)],
    ['dbr_excluded', reasons(boxes.reasons)],
    ['other_assessed', cell(boxes.otherAssessed)],
    ['other_excluded', reasons(boxes.otherReasons)],
    ['new_studies', cell(boxes.newStudies)],
    ['new_reports', cell(boxes.newReports)],
    ['total_studies', cell(boxes.totalStudies)],
    ['total_reports', cell(boxes.totalReports)],
  ].map(([data, n]) => ({ data: data!, n: n! }));
}

/** A name that cannot be taken for two entries of a list. */
function listName(name: string): string {
  return name.replace(/[;\n\r]/g, ' ').trim();
}
