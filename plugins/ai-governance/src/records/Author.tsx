import { EntityRefLink } from '@backstage/plugin-catalog-react';

const reference = /^[a-z]+:[a-z0-9-]+\/[A-Za-z0-9][-A-Za-z0-9_.]*$/;

/** Who wrote it: a person of the catalog as a link, anything else as it signs itself. */
export function Author({ author }: { author: string }) {
  return reference.test(author) ? (
    <EntityRefLink entityRef={author} />
  ) : (
    <span>{author}</span>
  );
}
