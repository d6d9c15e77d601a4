import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { locationOfAuthor } from 'backstage-plugin-ai-governance-common';
import { safeHref } from '../components';
import { useTexts } from '../translation';

const reference = /^[a-z]+:[a-z0-9-]+\/[A-Za-z0-9][-A-Za-z0-9_.]*$/;

/** Who wrote it: a person of the catalog as a link, the repository that it came from, anything else as it signs itself. */
export function Author({ author }: { author: string }) {
  const t = useTexts();
  const location = locationOfAuthor(author);
  if (location !== undefined) {
    const href = /^https?:/i.test(location) ? safeHref(location) : '';
    return href ? (
      <Link to={href}>{t('records.author.repository')}</Link>
    ) : (
      <span>
        {t('records.author.repositoryAt', {
          location: <code>{location}</code>,
        })}
      </span>
    );
  }
  return reference.test(author) ? (
    <EntityRefLink entityRef={author} />
  ) : (
    <span>{author}</span>
  );
}
