import { hasText, say as sayText } from '@aftermine/science/base';
import type { GateResult } from '@aftermine/science/plan';
import { type Html, html } from '../observation-report/html.ts';
import { table } from '../observation-report/page-parts.ts';
import { gateMark } from './gate-mark.ts';
import type { PlanPage } from './plan-page.ts';

/** Gates with state, what they ask, what they saw, and where the limit comes from. */
export function gateTable(page: PlanPage, gates: readonly GateResult[], caption: string): Html {
  const { say, words, language } = page;
  return table(
    caption,
    [
      { label: say('column.gate'), kind: 'text' },
      { label: say('column.state'), kind: 'text' },
      { label: say('column.gate-kind'), kind: 'text' },
      { label: say('column.value-limit'), kind: 'text' },
      { label: say('column.limit-from'), kind: 'text' },
    ],
    gates.map((gate) => {
      const { reason, of, state, kind, mendedBy, unknown, source } = gate;
      return [
        { show: html`${words.text(reason)} <small>${askedBy(of)}</small>` },
        {
          show: html`${gateMark(language, state)}${mendedBy !== null && html`<small>${say('gate.mended', { measure: words.measure(mendedBy) })}</small>`}`,
        },
        { show: say(`gate-kind.${kind}`) },
        {
          show: html`${say(limitKey(gate.limit), { value: words.value(gate.value), limit: words.value(gate.limit) })}${unknown !== null && html`<small>${sayText(language, `unknown.${unknown.reason}`, words.params(unknown.params ?? {}))}</small>`}`,
        },
        {
          show:
            source === 'unverified'
              ? html`<span class="unverified">${say('unverified')}</span>`
              : html`<code>${source}</code>`,
        },
      ];
    }),
    { klass: 'indicators gates' },
  );

  /** A number has a limit, a yes or no or a kind must be so, a soil is held against a standard. */
  function limitKey(limit: GateResult['limit']): string {
    if (typeof limit === 'number' || limit === null) return 'gate.value-limit';
    if (typeof limit === 'boolean') return 'gate.value-must';
    if (hasText(`plan-standard.${limit}`)) return 'gate.value-standard';
    return /[≤≥]/.test(limit) ? 'gate.value-limit' : 'gate.value-must';
  }

  function askedBy(of: string): string {
    const name = words.measure(of);
    return say('gate.asked-by', { of: name === of ? words.endUse(of) : name });
  }
}
