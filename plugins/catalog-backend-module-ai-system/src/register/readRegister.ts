import { InputError } from '@backstage/errors';
import { MappedRegister, MapOptions, RegisterMapper } from './mapRegister';
import { Mapping } from './mappingSchema';
import { BrokenCsvError, CsvFormat, readCsv } from './readCsv';

/** A reading of a whole file. */
export interface RegisterReading extends MappedRegister {
  /** Why what follows the last row could not be read; undefined when the file ends as it should. */
  broken: string | undefined;
}

/**
 * Reads and maps a register. Memory holds entities and issues, not rows.
 *
 * @param bytes - Of the file; a `Readable` will do
 * @throws InputError when the file is empty or its header does not fit the mapping
 */
export async function readRegister(
  bytes: AsyncIterable<Uint8Array>,
  options: MapOptions & { mapping: Mapping; format: CsvFormat },
): Promise<RegisterReading> {
  let mapper: RegisterMapper | undefined;
  let broken: string | undefined;
  try {
    for await (const row of readCsv(bytes, options.format)) {
      if (mapper) mapper.add(row);
      else mapper = new RegisterMapper(row.cells, options.mapping, options);
    }
  } catch (error) {
    if (!(error instanceof BrokenCsvError) || !mapper) throw error;
    broken = error.message;
  }
  if (!mapper) throw new InputError('The file is empty');
  return { ...mapper.result(), broken };
}
