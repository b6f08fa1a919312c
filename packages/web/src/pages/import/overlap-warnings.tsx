import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTexts } from '../../app/language.ts';
import { boxesMeet, boxText } from './boxes.ts';
import type { Box } from './file-facts.ts';

interface Placed {
  readonly name: string;
  readonly role: string;
  readonly facts: {
    readonly detail: { readonly preview?: { readonly crs: string | null; readonly extent: Box | null } };
  } | null;
}

/** Says which files lie nowhere near the boundary, with both boxes. */
export function OverlapWarnings({ files }: { readonly files: readonly Placed[] }) {
  const { t } = useTexts();
  const boxOf = ({ facts }: Placed): Box | null =>
    facts?.detail.preview?.crs == null ? null : facts.detail.preview.extent;
  const boundary = files.find(({ role }) => role === 'boundary');
  const around = boundary === undefined ? null : boxOf(boundary);
  if (boundary === undefined || around === null) return null;
  return files
    .filter(({ role }) => role === 'units')
    .map((file) => {
      const box = boxOf(file);
      if (box === null || boxesMeet(box, around)) return null;
      return (
        <Alert
          key={file.name}
          color="red"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('import.apart', { file: file.name, boundary: boundary.name })}
        >
          <List size="sm">
            <List.Item>
              {boundary.name}: {boxText(around)}
            </List.Item>
            <List.Item>
              {file.name}: {boxText(box)}
            </List.Item>
          </List>
          <Text size="sm">{t('import.apart-do')}</Text>
        </Alert>
      );
    });
}
