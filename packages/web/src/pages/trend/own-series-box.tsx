import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconUpload, IconX } from '@tabler/icons-react';
import { useTexts } from '../../app/language.ts';
import { type OwnSeries, readOwnSeries, textOfBytes } from './read-own-series.ts';

const SKIPPED_SHOWN = 8;

/** Series that the reader lays beside those of the project; read in the browser, sent nowhere. */
export function OwnSeriesBox({
  own,
  zoneId,
  zoneLabel,
  onOwn,
}: {
  readonly own: readonly OwnSeries[];
  readonly zoneId: string;
  readonly zoneLabel: string;
  readonly onOwn: (own: readonly OwnSeries[]) => void;
}) {
  const { t } = useTexts();
  const add = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const read = readOwnSeries(textOfBytes(await file.arrayBuffer()), file.name.replace(/\.[^.]+$/, ''));
    onOwn([...own.filter(({ name }) => name !== read.name), read]);
  };
  return (
    <div>
      <FileButton accept=".csv,.txt,text/csv" onChange={(file) => void add(file)}>
        {(props) => (
          <Button
            {...props}
            size="compact-sm"
            variant="light"
            title={t('trend.own-hint')}
            leftSection={<IconUpload size={14} aria-hidden />}
          >
            {t('trend.own')}
          </Button>
        )}
      </FileButton>
      <Text size="xs" className="soft">
        {t('trend.own-hint')}
      </Text>
      <div aria-live="polite">
        {own.map(({ name, points, skipped }) => (
          <Group key={name} gap={6}>
            <Text size="xs">
              {t('trend.own-read', {
                name,
                count: points.filter(({ id }) => id === zoneId).length,
                zone: zoneLabel,
              })}
              {skipped.length > 0 &&
                ` · ${t('trend.own-skipped', { lines: skipped.slice(0, SKIPPED_SHOWN).join(', ') + (skipped.length > SKIPPED_SHOWN ? ' …' : '') })}`}
            </Text>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('trend.own-remove', { name })}
              onClick={() => onOwn(own.filter((one) => one.name !== name))}
            >
              <IconX size={12} aria-hidden />
            </Button>
          </Group>
        ))}
      </div>
    </div>
  );
}
