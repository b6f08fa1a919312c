import type { Person } from '@aftermine/science/control';
import { Select, TextInput } from '@mantine/core';
import { useTexts } from '../../app/language.ts';

/** Who signs: one of the people of the settings, or any name where none are named. */
export function SignerBox({
  people,
  value,
  onChange,
}: {
  readonly people: readonly Person[];
  readonly value: string;
  readonly onChange: (name: string) => void;
}) {
  const { t } = useTexts();
  const shared = {
    label: t('alerts.field.by'),
    description: t('alerts.field.by-hint'),
    styles: { description: { color: 'var(--ink-soft)' } },
    required: true,
    withAsterisk: true,
  };
  if (people.length === 0)
    return <TextInput {...shared} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
  return (
    <Select
      {...shared}
      allowDeselect={false}
      value={people.some(({ id }) => id === value) ? value : null}
      onChange={(next) => onChange(next ?? '')}
      data={people.map(({ id, name, role }) => ({
        value: id,
        label: `${name} (${id}, ${t(`alerts.role.${role}`)})`,
      }))}
    />
  );
}
