import type { Person } from '@aftermine/science/control';
import { Autocomplete, type ComboboxParsedItem, TextInput } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { matchingPeople, personOf } from './matching-people.ts';

/** Who signs: one of the people of the settings, or any name written by hand, as on the command line. */
export function SignerBox({
  people,
  value,
  onChange,
  isMissing = false,
}: {
  readonly people: readonly Person[];
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly isMissing?: boolean;
}) {
  const { t } = useTexts();
  const labelOf = ({ id, name, role }: Person): string => `${name} (${id}, ${t(`alerts.role.${role}`)})`;
  const person = personOf(people, value);
  const hint =
    person !== undefined
      ? labelOf(person)
      : people.length > 0 && value.trim() !== ''
        ? t('alerts.field.by-unknown')
        : t('alerts.field.by-hint');
  const shared = {
    label: t('alerts.field.by'),
    description: hint,
    styles: { description: { color: 'var(--ink-soft)' } },
    error: isMissing,
    required: true,
    withAsterisk: true,
  };
  if (people.length === 0)
    return <TextInput {...shared} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
  return (
    <Autocomplete
      {...shared}
      data={people.map(({ id }) => id)}
      filter={({ options, search }) => {
        const shown = new Set(matchingPeople(people, search).map(({ id }) => id));
        return options.filter((option: ComboboxParsedItem) => 'value' in option && shown.has(option.value));
      }}
      renderOption={({ option }) => {
        const one = people.find(({ id }) => id === option.value);
        return one === undefined ? option.value : labelOf(one);
      }}
      value={value}
      onChange={(next) => onChange(personOf(people, next)?.id ?? next)}
    />
  );
}
