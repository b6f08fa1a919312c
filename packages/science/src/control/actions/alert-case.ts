import { AftermineError } from '../../base/index.ts';
import type { ControlRole } from '../settings.ts';
import type { LedgerDraft } from './ledger.ts';
import type { ActionEvidence, ActionState, AlertCase, LedgerEntry, LedgerKind } from './types.ts';

/** From which states a line may follow; lines that are not here concern no alert. */
const FOLLOWS: Partial<Record<LedgerKind, readonly ActionState[]>> = {
  acknowledged: ['new', 'check'],
  dismissed: ['new', 'check'],
  'action-added': ['new', 'check', 'rectify'],
  'evidence-added': ['new', 'check', 'rectify', 'recheck'],
  rectified: ['rectify'],
  'recheck-scheduled': ['recheck'],
  'recheck-passed': ['recheck'],
  'recheck-failed': ['recheck'],
  closed: ['recheck'],
  overridden: ['new', 'check', 'rectify', 'recheck'],
  reopened: ['closed', 'dismissed'],
};

/** Who may write what, where the settings name people; `aftermine` itself writes what the pictures say. */
const RIGHTS: Partial<Record<LedgerKind, readonly ControlRole[]>> = {
  acknowledged: ['officer', 'engineer'],
  dismissed: ['officer'],
  'action-added': ['officer', 'engineer'],
  'evidence-added': ['officer', 'engineer', 'field'],
  rectified: ['officer', 'engineer', 'field'],
  closed: ['officer'],
  overridden: ['officer'],
  reopened: ['officer'],
};

/** Who writes what pictures and programme say. */
export const ITSELF = 'aftermine';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: ControlRole;
}

interface OpenCase {
  alert: string;
  state: ActionState;
  since: string;
  owner: string | null;
  due: string | null;
  action: string | null;
  cost: number | null;
  evidence: ActionEvidence[];
  dismissal: AlertCase['dismissal'];
  recheckFrom: number | null;
  overridden: boolean;
  recheck: 'passed' | 'failed' | null;
}

/** Alerts as their history makes them, in the order in which they were raised. */
export function alertCases(entries: readonly LedgerEntry[], today: string): readonly AlertCase[] {
  return [...openCases(entries).values()].map(({ recheck: _, ...one }) => ({
    ...one,
    overdue: isOpen(one.state) && one.due !== null && one.due < today.slice(0, 10),
  }));
}

export function isOpen(state: ActionState): boolean {
  return state !== 'closed' && state !== 'dismissed';
}

/**
 * Whether a line may be written now.
 *
 * @throws NotFound `E-CTL-302` for an alert nobody raised; Conflict `E-CTL-303` for a person without the right or not among the
 * people, `E-CTL-304` for a step that does not follow, `E-CTL-305` for closing without evidence or without a re-check passed,
 * `E-CTL-306` for an override or a dismissal without a statement
 */
export function checkLine(
  entries: readonly LedgerEntry[],
  draft: LedgerDraft,
  people: readonly Person[],
): void {
  const { kind, alert, by } = draft;
  const rights = RIGHTS[kind];
  if (rights !== undefined && people.length > 0 && by !== ITSELF) {
    const person = people.find(({ id }) => id === by);
    if (person === undefined || !rights.includes(person.role))
      throw new AftermineError('Conflict', 'E-CTL-303', {
        where: alert ?? kind,
        expected: people
          .filter(({ role }) => rights.includes(role))
          .map(({ id }) => id)
          .join(', '),
        got: person === undefined ? by : `${by} (${person.role})`,
      });
  }
  const follows = FOLLOWS[kind];
  if (follows === undefined || alert === null) return;
  const cases = openCases(entries);
  const one = cases.get(alert);
  if (one === undefined)
    throw new AftermineError('NotFound', 'E-CTL-302', {
      where: alert,
      expected: [...cases.keys()].slice(-8).join(', '),
    });
  if (!follows.includes(one.state))
    throw new AftermineError('Conflict', 'E-CTL-304', {
      where: alert,
      expected: follows.join(', '),
      got: one.state,
    });
  if (kind === 'closed' && (one.evidence.length === 0 || one.recheck !== 'passed'))
    throw new AftermineError('Conflict', 'E-CTL-305', {
      where: alert,
      got: `${one.evidence.length}, ${one.recheck ?? '-'}`,
    });
  if ((kind === 'overridden' || kind === 'dismissed') && !isStated(draft.detail.note))
    throw new AftermineError('InvalidInput', 'E-CTL-306', { where: alert });
}

function isStated(note: unknown): boolean {
  return typeof note === 'string' && note.trim().length >= 8;
}

function openCases(entries: readonly LedgerEntry[]): ReadonlyMap<string, OpenCase> {
  const cases = new Map<string, OpenCase>();
  for (const entry of entries) {
    if (entry.alert === null) continue;
    if (entry.kind === 'raised') {
      if (!cases.has(entry.alert)) cases.set(entry.alert, raised(entry.alert, entry.at));
      continue;
    }
    const one = cases.get(entry.alert);
    if (one !== undefined) follow(one, entry);
  }
  return cases;
}

function raised(alert: string, since: string): OpenCase {
  return {
    alert,
    state: 'new',
    since,
    owner: null,
    due: null,
    action: null,
    cost: null,
    evidence: [],
    dismissal: null,
    recheckFrom: null,
    overridden: false,
    recheck: null,
  };
}

function follow(one: OpenCase, { kind, at, detail }: LedgerEntry): void {
  const move = (state: ActionState): void => {
    if (one.state !== state) [one.state, one.since] = [state, at];
  };
  const text = (key: string): string | null => {
    const value = detail[key];
    return typeof value === 'string' ? value : null;
  };
  one.owner = text('owner') ?? one.owner;
  one.due = text('due') ?? one.due;
  switch (kind) {
    case 'acknowledged':
      move('check');
      return;
    case 'dismissed':
      one.dismissal = {
        reason: (text('reason') ?? 'other') as NonNullable<AlertCase['dismissal']>['reason'],
        note: text('note') ?? '',
      };
      move('dismissed');
      return;
    case 'action-added':
      one.action = text('action');
      one.cost = typeof detail.cost === 'number' ? detail.cost : null;
      move('rectify');
      return;
    case 'evidence-added':
      one.evidence.push(detail.evidence as ActionEvidence);
      return;
    case 'rectified':
    case 'recheck-scheduled':
      one.recheckFrom = typeof detail.from === 'number' ? detail.from : one.recheckFrom;
      one.recheck = null;
      move('recheck');
      return;
    case 'recheck-passed':
      one.recheck = 'passed';
      return;
    case 'recheck-failed':
      one.recheck = 'failed';
      move('rectify');
      return;
    case 'overridden':
      one.overridden = true;
      move('closed');
      return;
    case 'closed':
      move('closed');
      return;
    case 'reopened':
      one.dismissal = null;
      one.recheck = null;
      move('check');
      return;
    default:
  }
}
