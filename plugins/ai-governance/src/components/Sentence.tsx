import { Fragment } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

// as the ledger writes them into its sentences: full, lower case; a name does not end in the sentence's own full stop
const reference =
  /((?:user|group):[a-z0-9-]+\/[a-z0-9](?:[-a-z0-9_.]*[a-z0-9])?)/;

/** A sentence of the backend in which the people and groups it names are links with their names. */
export function Sentence({ text }: { text: string }) {
  return (
    <>
      {text
        .split(reference)
        .map((part, index) =>
          index % 2 === 1 ? (
            <EntityRefLink key={index} entityRef={part} hideIcon />
          ) : (
            <Fragment key={index}>{part}</Fragment>
          ),
        )}
    </>
  );
}
