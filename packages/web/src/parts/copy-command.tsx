import { Button, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconTerminal2 } from '@tabler/icons-react';
import { useTexts } from '../app/language.ts';

/** The same action as a line to type. */
export function CopyCommand({ line }: { readonly line: string }) {
  const { t } = useTexts();
  return (
    <CopyButton value={line}>
      {({ copied, copy }) => (
        <Tooltip label={line} multiline maw={480}>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={copy}
            leftSection={
              copied ? <IconCheck size={14} aria-hidden /> : <IconTerminal2 size={14} aria-hidden />
            }
          >
            {copied ? t('part.copied') : t('part.copy-command')}
          </Button>
        </Tooltip>
      )}
    </CopyButton>
  );
}
