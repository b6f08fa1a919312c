import type { ActionState } from '@aftermine/science/control';
import type { CommandRequest } from 'aftermine/contract';

/** What can be done about an alert from the browser. */
export const ANSWERS = [
  'confirm',
  'dismiss',
  'field-check',
  'action',
  'evidence',
  'done',
  'close',
  'reopen',
] as const;
export type Answer = (typeof ANSWERS)[number];

/** States in which each answer may follow; the history itself refuses the rest. */
const FOLLOWS: Readonly<Record<Answer, readonly ActionState[]>> = {
  confirm: ['new', 'check'],
  dismiss: ['new', 'check'],
  'field-check': ['new', 'check'],
  action: ['new', 'check', 'rectify'],
  evidence: ['new', 'check', 'rectify', 'recheck'],
  done: ['rectify'],
  close: ['new', 'check', 'rectify', 'recheck'],
  reopen: ['closed', 'dismissed'],
};

/** Answers that make sense in a state, in their order. */
export function answersIn(state: ActionState): readonly Answer[] {
  return ANSWERS.filter((answer) => FOLLOWS[answer].includes(state));
}

/** What was typed into the form of an answer. */
export interface Typed {
  readonly note: string;
  readonly owner: string;
  readonly due: string;
  readonly action: string;
  readonly cost: string;
  readonly reason: string;
  readonly from: string;
  readonly override: boolean;
}

export const NOTHING_TYPED: Typed = {
  note: '',
  owner: '',
  due: '',
  action: '',
  cost: '',
  reason: '',
  from: '',
  override: false,
};

/** A statement shorter than this is none: the history refuses it. */
export const STATEMENT = 8;

/** Fields that are missing or do not fit, in the order of the form; empty where the answer may be sent. */
export function missingOf(answer: Answer, typed: Typed, by: string, hasFile: boolean): readonly string[] {
  const stated = typed.note.trim().length >= STATEMENT;
  const missing: string[] = [];
  if (by.trim() === '') missing.push('by');
  if (answer === 'dismiss' && typed.reason === '') missing.push('reason');
  if (answer === 'action' && typed.action.trim() === '') missing.push('action');
  if (answer === 'action' || answer === 'field-check') {
    if (typed.owner.trim() === '') missing.push('owner');
    if (typed.due === '') missing.push('due');
    if (typed.cost.trim() !== '' && !(Number(typed.cost) >= 0)) missing.push('cost');
  }
  if (answer === 'done' && !/^(19|2[01])\d\d$/.test(typed.from)) missing.push('from');
  if (answer === 'evidence' && !hasFile) missing.push('file');
  if ((answer === 'dismiss' || (answer === 'close' && typed.override)) && !stated) missing.push('note');
  if (answer === 'reopen' && typed.note.trim() === '') missing.push('note');
  return missing;
}

/** An answer as the verb of the command line it is. `file` is what holds evidence: `upload:<id>`. */
export function answerRequest(
  answer: Answer,
  alert: string,
  by: string,
  typed: Typed,
  file: string,
): CommandRequest {
  const given = (
    names: readonly ('note' | 'owner' | 'due' | 'reason' | 'action')[],
  ): Record<string, string> =>
    Object.fromEntries(
      names.flatMap((name) => (typed[name].trim() === '' ? [] : [[name, typed[name].trim()]])),
    );
  const signed = { by: by.trim() };
  switch (answer) {
    case 'confirm':
    case 'field-check':
      return { verb: 'alert ack', args: [alert], options: { ...signed, ...given(['owner', 'due', 'note']) } };
    case 'dismiss':
      return { verb: 'alert dismiss', args: [alert], options: { ...signed, ...given(['reason', 'note']) } };
    case 'reopen':
      return { verb: 'alert reopen', args: [alert], options: { ...signed, ...given(['note']) } };
    case 'action':
      return {
        verb: 'action add',
        args: [alert],
        options: {
          ...signed,
          ...given(['action', 'owner', 'due', 'note']),
          ...(typed.cost.trim() === '' ? {} : { cost: Number(typed.cost) }),
        },
      };
    case 'evidence':
      return { verb: 'action evidence', args: [alert, file], options: { ...signed, ...given(['note']) } };
    case 'done':
      return {
        verb: 'action done',
        args: [alert],
        options: { ...signed, from: Number(typed.from), ...given(['note']) },
      };
    case 'close':
      return {
        verb: 'action close',
        args: [alert],
        options: { ...signed, ...(typed.override ? { override: true } : {}), ...given(['note']) },
      };
  }
}
