import { ACTION_STATES } from '@aftermine/science/control';
import { commandRequest, verbs } from 'aftermine/contract';
import { expect, test } from 'vitest';
import { ANSWERS, answerRequest, answersIn, missingOf, NOTHING_TYPED } from './case-answers.ts';

const typed = {
  note: 'seen on the ground',
  owner: 'zhao',
  due: '2031-06-30',
  action: 'replant',
  cost: '120000',
  reason: 'known',
  from: '2032',
  override: true,
};

test('what was answered can only be opened again, and every open state can be closed', () => {
  for (const state of ACTION_STATES) {
    const done = state === 'closed' || state === 'dismissed';
    expect(answersIn(state).includes('reopen')).toBe(done);
    expect(answersIn(state).includes('close')).toBe(!done);
    if (done) expect(answersIn(state)).toEqual(['reopen']);
  }
});

test('every answer is a request the contract takes, with options its verb declares', () => {
  for (const answer of ANSWERS) {
    const request = commandRequest.parse(answerRequest(answer, '2029:U04:stall', 'li', typed, 'upload:1'));
    const verb = verbs.find(({ name }) => name === request.verb)!;
    expect(request.args.length).toBeLessThanOrEqual(verb.args);
    for (const name of Object.keys(request.options)) expect(verb.options).toHaveProperty(name);
  }
});

test('what is left empty is not sent, and a field check is the confirmation with somebody sent out', () => {
  const empty = answerRequest('confirm', 'a', ' li ', NOTHING_TYPED, '');
  expect(empty.options).toEqual({ by: 'li' });
  const check = answerRequest(
    'field-check',
    'a',
    'li',
    { ...NOTHING_TYPED, owner: 'zhao', due: '2031-01-01' },
    '',
  );
  expect(check).toEqual({
    verb: 'alert ack',
    args: ['a'],
    options: { by: 'li', owner: 'zhao', due: '2031-01-01' },
  });
});

test('a form says what it lacks: who signs, a statement of eight characters, a year, a file', () => {
  expect(missingOf('confirm', NOTHING_TYPED, '', false)).toEqual(['by']);
  expect(missingOf('dismiss', { ...NOTHING_TYPED, note: 'seen' }, 'li', false)).toEqual(['reason', 'note']);
  expect(missingOf('close', NOTHING_TYPED, 'li', false)).toEqual([]);
  expect(missingOf('close', { ...NOTHING_TYPED, override: true }, 'li', false)).toEqual(['note']);
  expect(missingOf('done', { ...NOTHING_TYPED, from: '31' }, 'li', false)).toEqual(['from']);
  expect(missingOf('evidence', NOTHING_TYPED, 'li', false)).toEqual(['file']);
  expect(missingOf('action', { ...typed, cost: 'many' }, 'li', false)).toEqual(['cost']);
});
