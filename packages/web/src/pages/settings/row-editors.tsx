import { ActionIcon, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTexts } from '../../app/language.ts';
import { PlainInput } from './plain-input.tsx';
import { isPlain, kindOf, type Schema } from './schema-fields.ts';
import { type Typed, typedOf } from './typed-value.ts';
import { type EditorProps, ValueEditor } from './value-editor.tsx';

type Of<Is extends Typed['is']> = Omit<EditorProps, 'typed'> & { readonly typed: Extract<Typed, { is: Is }> };

/** A list as rows that can be added and taken away; one whose length is given has neither. */
export function ListRows({ schema, typed, onChange, faults, at, label }: Of<'list'>) {
  const { t } = useTexts();
  const { items, prefixItems } = schema;
  const isFixed = prefixItems !== undefined;
  const of = (i: number): Schema => (isFixed ? prefixItems[i]! : items!);
  const isWide = items !== undefined && kindOf(items) !== 'list' && !isPlain(items);
  const put = (next: readonly Typed[]): void => onChange({ is: 'list', items: next });
  const rows = typed.items.map((one, i) => {
    const name = t('settings.row', { name: of(i).title ?? label, n: i + 1 });
    const editor = (
      <ValueEditor
        schema={of(i)}
        typed={one}
        onChange={(next) => put(typed.items.map((other, j) => (j === i ? next : other)))}
        faults={faults}
        at={at === '' ? String(i) : `${at}/${i}`}
        label={name}
        isNamed
      />
    );
    const remove = isFixed ? null : (
      <RemoveRow name={name} onClick={() => put(typed.items.filter((_, j) => j !== i))} />
    );
    // Rows have no id of their own; what is typed stands in the row itself, so the place is the key.
    const key = `${at}/${i}`;
    if (isWide)
      return (
        <Paper key={key} withBorder p="xs" role="group" aria-label={name}>
          <Group justify="space-between" gap="xs" mb={4}>
            <Text size="sm" fw={600}>
              {name}
            </Text>
            {remove}
          </Group>
          {editor}
        </Paper>
      );
    return (
      <Group key={key} gap={4} wrap="nowrap" align="flex-start">
        <div style={{ flex: 1, minWidth: isFixed ? 64 : 0 }}>{editor}</div>
        {remove}
      </Group>
    );
  });
  const isAcross = isFixed || (items !== undefined && kindOf(items) === 'number');
  return (
    <Stack gap="xs">
      {isAcross ? (
        <Group gap="xs">
          {rows.map((row) => (
            <div key={row.key} style={{ width: 130 }}>
              {row}
            </div>
          ))}
        </Group>
      ) : (
        rows
      )}
      {typed.items.length === 0 && <Empty />}
      {!isFixed && (
        <AddRow
          name={items!.title ?? label}
          within={label}
          onClick={() => put([...typed.items, typedOf(undefined, items!)])}
        />
      )}
    </Stack>
  );
}

/** A table of names and values as rows; where the names are given, they are chosen. */
export function TableRows({ schema, typed, onChange, faults, at, label }: Of<'table'>) {
  const { t } = useTexts();
  const value = schema.additionalProperties as Schema;
  const keys: Schema = { ...schema.propertyNames, 'x-names': schema['x-keys']?.['x-names'] ?? {} };
  const keyTitle = schema['x-keys']?.title ?? '';
  const unit = value['x-unit'];
  const title = value.title ?? label;
  // The unit stands in the head once, not in every row.
  const valueTitle =
    isPlain(value) && unit !== undefined ? t('settings.with-unit', { name: title, unit }) : title;
  const put = (rows: (typeof typed)['rows']): void => onChange({ is: 'table', rows });
  const isFlat = isPlain(value);
  const free = keys.enum?.map(String).find((one) => !typed.rows.some(({ key }) => key === one)) ?? '';
  return (
    <Stack gap="xs">
      {typed.rows.map((row, i) => {
        const place = at === '' ? String(i) : `${at}/${i}`;
        const name = t('settings.row', { name: keyTitle, n: i + 1 });
        const first = i === 0 || !isFlat;
        const called = keys['x-names']?.[row.key] ?? row.key;
        return (
          <Group
            key={place}
            gap="xs"
            wrap={isFlat && keys.enum === undefined ? 'nowrap' : 'wrap'}
            align="flex-start"
          >
            <div style={{ flex: 1, minWidth: keys.enum === undefined ? 80 : 170, maxWidth: 280 }}>
              <PlainInput
                schema={keys}
                text={row.key}
                onType={(key) => put(typed.rows.map((other, j) => (j === i ? { ...other, key } : other)))}
                fault={faults[`${place}/#`]}
                name={first ? { label: keyTitle } : { 'aria-label': name }}
              />
            </div>
            <div
              style={{
                flex: 2,
                minWidth: isFlat ? 80 : '100%',
                maxWidth: isFlat ? 320 : 'none',
                order: isFlat ? 0 : 2,
              }}
            >
              <ValueEditor
                schema={isFlat ? bare(value) : value}
                typed={row.value}
                onChange={(next) =>
                  put(typed.rows.map((other, j) => (j === i ? { ...other, value: next } : other)))
                }
                faults={faults}
                at={place}
                label={first && isFlat ? valueTitle : `${valueTitle} ${called === '' ? i + 1 : called}`}
                isNamed={!(first && isFlat)}
              />
            </div>
            <RemoveRow
              name={called === '' ? name : called}
              isBelowLabel={first}
              onClick={() => put(typed.rows.filter((_, j) => j !== i))}
            />
          </Group>
        );
      })}
      {typed.rows.length === 0 && <Empty />}
      {(keys.enum === undefined || free !== '') && (
        <AddRow
          name={keyTitle}
          within={label}
          onClick={() => put([...typed.rows, { key: free, value: typedOf(undefined, value) }])}
        />
      )}
    </Stack>
  );
}

function Empty() {
  const { t } = useTexts();
  return (
    <Text size="xs" className="soft">
      {t('settings.no-rows')}
    </Text>
  );
}

function AddRow({
  name,
  within,
  onClick,
}: {
  readonly name: string;
  readonly within: string;
  readonly onClick: () => void;
}) {
  const { t } = useTexts();
  return (
    <Group>
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconPlus size={12} aria-hidden />}
        aria-label={t('settings.add-to', { name, within })}
        onClick={onClick}
      >
        {t('settings.add', { name })}
      </Button>
    </Group>
  );
}

function RemoveRow({
  name,
  onClick,
  isBelowLabel = false,
}: {
  readonly name: string;
  readonly onClick: () => void;
  readonly isBelowLabel?: boolean;
}) {
  const { t } = useTexts();
  return (
    <ActionIcon
      variant="subtle"
      color="red"
      mt={isBelowLabel ? 24 : 2}
      aria-label={t('settings.remove-row', { name })}
      onClick={onClick}
    >
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}

function bare({ description: _, 'x-unit': __, ...schema }: Schema): Schema {
  return schema;
}
