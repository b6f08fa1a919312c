import { Badge, Card, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ProjectCard } from 'aftermine/contract';
import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { Area } from '../../parts/area.tsx';
import { momentText, numberText } from '../../parts/numbers.ts';
import { projectName } from '../../parts/project-name.ts';
import classes from './project-tile.module.css';

/** A project at a glance; the whole tile opens it. */
export function ProjectTile({ project }: { readonly project: ProjectCard }) {
  const { t, language } = useTexts();
  const { nextDue, years } = project;
  const facts = [
    ['home.area', <Area key="area" areaHa={project.areaHa} />],
    ['home.units', numberText(project.units, language, 0)],
    ['home.years', years === null ? t('home.not-yet') : `${years[0]}–${years[1]}`],
    [
      'home.alerts',
      project.openAlerts > 0 ? (
        <Group key="alerts" gap={4} component="span" wrap="nowrap">
          <IconAlertTriangle size={14} color="var(--warn)" aria-hidden />
          <b>{numberText(project.openAlerts, language, 0)}</b>
        </Group>
      ) : (
        '0'
      ),
    ],
    [
      'home.next',
      nextDue === null
        ? '–'
        : nextDue.key === 'due.action'
          ? t('home.due.action', { date: nextDue.date })
          : t('home.due.season', { date: nextDue.date }),
    ],
  ] as const;
  return (
    <Card className={classes.tile} component="article">
      <Card.Section>
        <Picture project={project} />
      </Card.Section>
      <Group justify="space-between" align="flex-start" mt="sm" gap="xs" wrap="nowrap">
        <Title order={2} size="h3">
          <Link to="/p/$project" params={{ project: project.id }} className={classes.link}>
            {projectName(project, language)}
          </Link>
        </Title>
        <Badge
          variant="light"
          style={{ flexShrink: 0 }}
          aria-label={t('home.phase', { phase: t(`home.phase.${project.phase}`) })}
        >
          {t(`home.phase.${project.phase}`)}
        </Badge>
      </Group>
      {project.demonstration && (
        <Text size="xs" className="soft">
          {t('home.demonstration')}
        </Text>
      )}
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" className="soft">
        {t('home.changed', { when: momentText(project.updated, language) })}
      </Text>
    </Card>
  );
}

function Picture({ project }: { readonly project: ProjectCard }) {
  const { t } = useTexts();
  const [isLost, setLost] = useState(false);
  if (project.thumbnail === null || isLost)
    return <div className={classes.blank}>{t('home.no-picture')}</div>;
  return (
    <img
      className={classes.picture}
      src={`${project.thumbnail}?at=${encodeURIComponent(project.updated ?? '')}`}
      alt=""
      loading="lazy"
      onError={() => setLost(true)}
    />
  );
}
