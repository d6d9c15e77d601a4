import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { instant } from 'backstage-plugin-ai-governance-common';
import { tabPaths } from '../entity/places';
import { useTexts } from '../translation';
import { readFor, recordChoice } from './recordChoices';
import { useStreamRecords } from './StreamRecords';

/** Another record of the subject by what it is, with the way to it; by its id where it is of no subject, or not known. */
export function RecordLink(props: { id: string; types: readonly string[] }) {
  const t = useTexts();
  const { id, types } = props;
  const entityLink = useEntityRefLink();
  const { stream, records, loading } = useStreamRecords(readFor(types));
  const found =
    records && recordChoice(t, records, types, id, instant(Date.now()));
  if (!stream || !found) {
    const code = <code>{id}</code>;
    return stream && records && !loading ? (
      <>{t('records.link.unknown', { id: code })}</>
    ) : (
      code
    );
  }
  const page = entityLink(parseEntityRef(stream.subject));
  const asks = new URLSearchParams({ see: found.type, of: id });
  return (
    <>
      <Link to={`${page}/${tabPaths.assurance}?${asks}`}>{found.summary}</Link>
      {found.about && ` (${found.about})`}
    </>
  );
}
