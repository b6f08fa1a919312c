import { Anchor, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../app/language.ts';
import classes from './overview.module.css';

const STOPS = [
  { stop: 'see', path: '/map' },
  { stop: 'why', path: '/diagnosis' },
  { stop: 'choose', path: '/compare' },
  { stop: 'act', path: '/alerts' },
] as const;

/** See, why, choose, act: four places to look at. In the page, never over it; closed once, it stays closed. */
export function Tour({ project }: { readonly project: string }) {
  const { t } = useTexts();
  const [isClosed, setClosed] = useLocalStorage({ key: 'aftermine.tour-closed', defaultValue: false });
  if (isClosed)
    return (
      <Group justify="flex-end">
        <Button variant="subtle" size="compact-sm" onClick={() => setClosed(false)}>
          {t('overview.tour.again')}
        </Button>
      </Group>
    );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="tour" bg="land.0">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="tour">
          {t('overview.tour')}
        </Title>
        <Button variant="subtle" size="compact-sm" onClick={() => setClosed(true)}>
          {t('overview.tour.close')}
        </Button>
      </Group>
      <ol className={classes.tour}>
        {STOPS.map(({ stop, path }, i) => (
          <li key={stop}>
            <Anchor component={Link} to={`/p/${encodeURIComponent(project)}${path}` as never} fw={600}>
              {i + 1}. {t(`overview.tour.${stop}`)}
            </Anchor>
            <Text size="sm">{t(`overview.tour.${stop}-what`)}</Text>
          </li>
        ))}
      </ol>
    </Paper>
  );
}
