import { hasText } from '@aftermine/science/base';
import {
  type PlanResult,
  type SupportedFigure,
  supportedValue,
  supportedWords,
  type UnverifiedDefault,
} from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { amountText } from '@aftermine/science/report/plan';
import { Stack, Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { numberText } from '../../parts/numbers.ts';
import { useSay } from '../../parts/use-say.ts';

/** Figures that rest on findings, with their grade; and those that nothing supports yet. */
export function FiguresPanel({ plan, words }: { readonly plan: PlanResult; readonly words: PlanWords }) {
  const { t, language } = useTexts();
  const say = useSay();
  const supported = plan.supported ?? [];
  const whatText = (what: string): string => {
    const [part = '', ...rest] = what.split(' ');
    if (part === 'recovery' && rest.length > 0) return say(`supported.${rest[0]}`);
    if (!hasText(`plan-default.${part}`)) return what;
    const word = say(`plan-default.${part}`);
    const id = rest.join(' ');
    return id === ''
      ? word
      : say('plan-page.default-part', {
          what: word,
          part: part === 'gate' ? words.gate(id) : words.item(id),
        });
  };
  const known: readonly Column<SupportedFigure>[] = [
    { id: 'measure', title: say('supported.measure'), value: ({ name }) => words.text(name), min: 130 },
    {
      id: 'figure',
      title: say('supported.figure'),
      value: (one) => supportedWords(one, language),
      min: 150,
    },
    {
      id: 'value',
      title: say('supported.value'),
      value: ({ value }) => value,
      cell: (one) => supportedValue(one, amountText(language, one.value), language),
      number: true,
      min: 110,
    },
    {
      id: 'range',
      title: say('supported.range'),
      value: ({ range }) => range?.[0] ?? null,
      cell: ({ range }) =>
        range === null ? '–' : `${amountText(language, range[0])} – ${amountText(language, range[1])}`,
      number: true,
      min: 110,
    },
    { id: 'grade', title: say('supported.grade'), value: ({ grade }) => grade, min: 64 },
    {
      id: 'library',
      title: say('supported.library'),
      value: ({ librarySays }) => librarySays,
      cell: ({ librarySays }) => amountText(language, librarySays),
      number: true,
    },
    {
      id: 'papers',
      title: say('supported.papers'),
      value: ({ papers }) => papers,
      cell: ({ papers, basis }) => `${papers} (${say(`supported.basis.${basis}`)})`,
      min: 110,
    },
    {
      id: 'match',
      title: say('supported.match'),
      value: ({ matched }) =>
        matched.length === 0
          ? say('supported.match.none')
          : matched.map((one) => say(`supported.match.${one}`)).join(language === 'zh' ? '、' : ', '),
      min: 150,
    },
    {
      id: 'used',
      title: say('supported.used-by'),
      value: ({ usedBy }) => usedBy ?? 0,
      number: true,
      min: 80,
    },
  ];
  const open: readonly Column<UnverifiedDefault>[] = [
    {
      id: 'of',
      title: say('plan-page.column.default-of'),
      value: ({ of }) => words.subject(of),
      min: 170,
      grow: 1.4,
    },
    {
      id: 'what',
      title: say('plan-page.column.default-what'),
      value: ({ what }) => whatText(what),
      min: 200,
      grow: 2,
    },
    { id: 'grade', title: say('supported.grade'), value: () => t('plan.grade-none'), min: 90 },
    {
      id: 'used',
      title: say('plan-page.column.used-by'),
      value: ({ usedBy }) => usedBy,
      cell: ({ usedBy }) => numberText(usedBy, language, 0),
      number: true,
      min: 80,
    },
    { id: 'address', title: say('plan-page.column.address'), value: ({ of }) => of, min: 160 },
  ];
  return (
    <Stack gap="md">
      {supported.length > 0 && (
        <section>
          <Title order={2}>{say('supported.title')}</Title>
          <Text className="soft" mb={4}>
            {say('supported.lead', { count: supported.length })}
          </Text>
          <DataTable
            label={say('supported.title')}
            rows={supported}
            columns={known}
            idOf={({ of, what }) => `${of} ${what}`}
          />
        </section>
      )}
      <section>
        <Title order={2}>{say('plan-page.defaults')}</Title>
        <Text className="soft" mb={4}>
          {plan.unverified.length === 0
            ? say('plan-page.defaults.none')
            : say('plan-page.defaults.lead', { count: plan.unverified.length })}
        </Text>
        {plan.unverified.length > 0 && (
          <DataTable
            label={say('plan-page.defaults')}
            rows={plan.unverified}
            columns={open}
            idOf={({ of, what }) => `${of} ${what}`}
            sort="-used"
          />
        )}
      </section>
    </Stack>
  );
}
