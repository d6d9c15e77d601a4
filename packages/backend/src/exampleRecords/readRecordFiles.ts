import { InputError } from '@backstage/errors';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { RecordFile, recordFileSchema } from './recordFile';

/**
 * Every `*.yaml` of a folder, by name.
 *
 * @throws InputError naming file and path of what is wrong
 */
export async function readRecordFiles(folder: string): Promise<RecordFile[]> {
  const names = (await readdir(folder)).filter(n => n.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async name => {
      const parsed = recordFileSchema.safeParse(
        // `<<` lets a later revision repeat an earlier one but for what changed
        parse(await readFile(join(folder, name), 'utf8'), { merge: true }),
      );
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      throw new InputError(
        `${name}, ${issue.path.join('.') || 'as a whole'}: ${issue.message}`,
      );
    }),
  );
}
