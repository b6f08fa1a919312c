import type { Reference } from '@aftermine/science/evidence';
import { markTerms, type WeighedTerm } from '@aftermine/science/evidence';
import { Anchor, Card, Group, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import classes from './reference-card.module.css';

/** A record as a reader judges it: title, authors, where it appeared, abstract; words that weigh are marked. */
export function ReferenceCard({
  reference,
  terms = [],
}: {
  readonly reference: Reference;
  readonly terms?: readonly WeighedTerm[];
}) {
  const { t } = useTexts();
  const { title, authors, year, journal, volume, issue, pages, doi, abstract, key } = reference;
  const place = [journal, [volume, issue === null ? null : `(${issue})`].filter(Boolean).join(''), pages]
    .filter((part) => part !== null && part !== '')
    .join(', ');
  return (
    <Card>
      <Text fw={600} component="h3" size="md" m={0}>
        <Marked text={title ?? key} terms={terms} />
      </Text>
      <Text size="sm" className="soft">
        {authors.map(({ literal }) => literal).join('; ')} {year === null ? '' : `(${year})`}
      </Text>
      <Group gap="xs">
        <Text size="sm" className="soft">
          {place}
        </Text>
        {doi !== null && (
          <Text size="sm" className="soft">
            DOI {doi}
          </Text>
        )}
        <Anchor size="sm" component="span" c="var(--ink-soft)">
          {key}
        </Anchor>
      </Group>
      <Text size="sm" mt="xs" style={{ maxWidth: '80ch' }}>
        {abstract === null ? t('lit.screen.no-abstract') : <Marked text={abstract} terms={terms} />}
      </Text>
    </Card>
  );
}

function Marked({ text, terms }: { readonly text: string; readonly terms: readonly WeighedTerm[] }) {
  const marks = markTerms(text, terms);
  const parts = marks.map(({ from, to, weight }, i) => [
    text.slice(marks[i - 1]?.to ?? 0, from),
    <mark key={from} className={weight > 0 ? classes.towards : classes.against}>
      {text.slice(from, to)}
    </mark>,
  ]);
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
