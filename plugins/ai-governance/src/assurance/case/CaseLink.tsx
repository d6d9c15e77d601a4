import { LinkButton } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { isOfCase } from 'backstage-plugin-ai-governance-common';
import { tabPaths } from '../../entity/places';
import { useTexts } from '../../translation';
import { caseSearch } from './ofCase';

/** The way from a record of this page's entity to the whole case that it belongs to; nothing when it is of none. */
export function CaseLink(props: {
  type: string;
  recordId: string;
  data: unknown;
  /** What the record says, for those who hear the button out of its place. */
  summary: string;
}) {
  const t = useTexts();
  const { type, recordId, data, summary } = props;
  const { entity } = useEntity();
  const page = useEntityRefLink()(entity);
  if (!isOfCase(type, data)) return null;
  return (
    <LinkButton
      size="small"
      color="primary"
      to={`${page}/${tabPaths.assurance}${caseSearch(recordId)}`}
      aria-label={t('assurance.about', {
        label: t('assurance.cases.link'),
        of: summary,
      })}
    >
      {t('assurance.cases.link')}
    </LinkButton>
  );
}
