import { FolderContent } from './readFolder';
import { FileOutcome, readRecordFile } from './readRecordFile';
import { sourceTypes } from './sourceTypes';
import { wholeFile } from './yamlText';

/** A document, or an entry of an id. */
const placeOf = (outcome: FileOutcome): string | undefined =>
  outcome.kind !== 'ignored' && outcome.entryId !== undefined
    ? `${outcome.type.type} ${outcome.entryId}`
    : undefined;

/** What each file of a folder states; of two files for one record neither counts. Pure. */
export function outcomesOf({ files }: FolderContent): FileOutcome[] {
  const outcomes = files.map(file =>
    'content' in file
      ? readRecordFile(file.path, file.content)
      : notTaken(file),
  );
  const paths = new Map<string, string[]>();
  for (const outcome of outcomes) {
    const place = placeOf(outcome);
    if (place) paths.set(place, [...(paths.get(place) ?? []), outcome.path]);
  }
  return outcomes.flatMap((outcome): FileOutcome[] => {
    const place = placeOf(outcome);
    const [first, ...others] = (place && paths.get(place)) || [];
    if (outcome.kind === 'ignored' || !others.length) return [outcome];
    // one row for all of them, at the first
    if (outcome.path !== first) return [];
    const { path, type, entryId } = outcome;
    return [
      {
        path,
        kind: 'broken',
        type,
        entryId,
        problems: [
          wholeFile(
            `states the same as ${others.join(' and ')}: keep one of them`,
          ),
        ],
      },
    ];
  });
}

function notTaken(file: { path: string; problem: string }): FileOutcome {
  const [, name] = /([^/]*?)\.\w+$/.exec(file.path) ?? [];
  const type = sourceTypes.find(t => t.type === name);
  if (!type) return { path: file.path, kind: 'ignored', reason: file.problem };
  return {
    path: file.path,
    kind: 'broken',
    type,
    entryId: type.shape === 'document' ? '' : undefined,
    problems: [wholeFile(file.problem)],
  };
}
