import type { ProjectCard } from 'aftermine/contract';
import type { Language } from '../app/language.ts';

/** What a project is called in the language of the page, where it has a name in both; else the name it was given. */
export function projectName(
  { name, otherName, language: own }: Pick<ProjectCard, 'name' | 'otherName' | 'language'>,
  language: Language,
): string {
  return language === own ? name : (otherName ?? name);
}
