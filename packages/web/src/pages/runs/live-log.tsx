import { Group, Switch, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import classes from './runs.module.css';

/** Nearer to the end than this counts as being there. */
const NEAR_PX = 24;

/** The last lines of a run. It follows the newest line until the reader scrolls up, and again once the end is reached. */
export function LiveLog({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTexts();
  const box = useRef<HTMLElement>(null);
  const [follows, setFollows] = useState(true);
  const text = lines.join('\n');
  useEffect(() => {
    const at = box.current;
    if (follows && at !== null && text !== '') at.scrollTop = at.scrollHeight;
  }, [text, follows]);
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Title order={3}>{t('runs.log')}</Title>
        <Switch
          size="xs"
          label={t('runs.follow')}
          checked={follows}
          onChange={({ currentTarget }) => setFollows(currentTarget.checked)}
        />
      </Group>
      {lines.length === 0 ? (
        <Text size="sm" className="soft">
          {t('runs.log-empty')}
        </Text>
      ) : (
        <section
          ref={box}
          className={classes.log}
          tabIndex={0}
          aria-label={t('runs.log')}
          onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) =>
            setFollows(scrollTop + clientHeight >= scrollHeight - NEAR_PX)
          }
        >
          {text}
        </section>
      )}
    </div>
  );
}
