import { type Command, Option } from 'commander';
import type { ReadVectorOptions } from '../ports/index.ts';

/** Options of every command that reads a vector file: the answers to what a file leaves open. */
export function addReadingOptions(command: Command, text: (key: string) => string, withCrs = true): Command {
  if (withCrs) command.option('--crs <EPSG:n>', text('flag.crs'));
  return command
    .option('--encoding <name>', text('flag.encoding'))
    .addOption(new Option('--datum <name>', text('flag.datum')).choices(['gcj02', 'wgs84']))
    .option('--layer <name>', text('flag.layer'));
}

/** What was stated on the command line. */
export function readingFrom(options: Readonly<Record<string, unknown>>): ReadVectorOptions {
  const stated = ['crs', 'encoding', 'datum', 'layer'].flatMap((key) =>
    typeof options[key] === 'string' ? [[key, options[key]] as const] : [],
  );
  return Object.fromEntries(stated) as ReadVectorOptions;
}
