import express, { Request, Response } from 'express';

/** A body that cannot be read. The error middleware of Backstage answers with `statusCode`. */
class UnreadableBodyError extends Error {
  name = 'InputError';

  constructor(readonly statusCode: number, message: string) {
    super(message);
  }
}

export const largestBody = '1mb' as const;

/** Of a spreadsheet, whose text is longer in JSON than it is as a file. */
export const largestSpreadsheetBody = '12mb' as const;

const parserOf = (limit: string) =>
  express.json({ limit, type: 'application/json' });
const parsers = new Map(
  [largestBody, largestSpreadsheetBody].map(limit => [limit, parserOf(limit)]),
);

const words = { [largestBody]: '1 MB', [largestSpreadsheetBody]: '12 MB' };

const sentences: Record<string, [status: number, message: string]> = {
  'entity.too.large': [413, 'body: is larger than it may be; shorten it'],
  'entity.parse.failed': [400, 'body: is not valid JSON'],
  'charset.unsupported': [415, 'body: must be UTF-8'],
  'encoding.unsupported': [415, 'body: has an unknown content encoding'],
  'request.size.invalid': [400, 'body: has not the length that it announces'],
  'request.aborted': [400, 'body: was cut off'],
};

/**
 * @param limit - how large it may be
 * @throws UnreadableBodyError with a sentence, never with the body itself
 */
export async function readJsonBody(
  req: Request,
  res: Response,
  limit: typeof largestBody | typeof largestSpreadsheetBody = largestBody,
): Promise<unknown> {
  if (!req.is('application/json')) {
    throw new UnreadableBodyError(
      415,
      'body: must be JSON, with the header content-type: application/json',
    );
  }
  await new Promise<void>((resolve, reject) =>
    parsers.get(limit)!(req, res, (error?: any) => {
      if (!error) {
        resolve();
        return;
      }
      const [status, message] = sentences[error.type] ?? [
        400,
        'body: cannot be read',
      ];
      reject(
        new UnreadableBodyError(
          status,
          message.replace('it may be', words[limit]),
        ),
      );
    }),
  );
  return req.body;
}
