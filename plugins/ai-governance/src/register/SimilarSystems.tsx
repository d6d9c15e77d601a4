import { useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef, EntityRefLink } from '@backstage/plugin-catalog-react';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import useDebounce from 'react-use/esm/useDebounce';
import { useLoad } from '../components';
import { TextKey, useTexts } from '../translation';
import { rankSimilar, Similar, tellingWords } from './similar';

function lineOf(vendor?: string, owner?: string): TextKey {
  if (vendor) {
    return owner
      ? 'register.similar.line.both'
      : 'register.similar.line.vendor';
  }
  return owner ? 'register.similar.line.owner' : 'register.similar.line.title';
}

/** What is registered already under a like name or from the same vendor, of what the reader may see: perhaps nothing new is needed. */
export function SimilarSystems(props: { title?: string; vendor?: string }) {
  const t = useTexts();
  const catalog = useApi(catalogApiRef);
  const last = useRef<Similar[]>([]);
  const asked = tellingWords(props.title, props.vendor).join(' ');
  const [settled, setSettled] = useState('');
  useDebounce(() => setSettled(asked), 300, [asked]);
  const { value, error } = useLoad(async () => {
    const words = settled.split(' ').filter(Boolean);
    const pages = await Promise.all(
      words.map(term =>
        catalog.queryEntities({
          filter: { kind: 'AISystem' },
          fullTextFilter: {
            term,
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.vendor.name',
              'spec.vendor.product',
            ],
          },
          limit: 20,
        }),
      ),
    );
    return rankSimilar(
      pages.flatMap(page => page.items),
      words,
    );
  }, [catalog, settled]);
  // Until the next answer the one before stays. A help only: whoever registers may go on without.
  if (value || error) last.current = value ?? [];
  const similar = last.current;
  return (
    <div role="status" aria-live="polite">
      {similar.length > 0 && (
        <Alert severity="info">
          <AlertTitle>{t('register.similar.title')}</AlertTitle>
          {t('register.similar.text')}
          <ul style={{ margin: '8px 0 0', paddingLeft: 20 }}>
            {similar.map(({ ref, title, vendor, owner }) => (
              <li key={ref}>
                {t(lineOf(vendor, owner), {
                  title: (
                    <EntityRefLink entityRef={ref} title={title} hideIcon />
                  ),
                  vendor: vendor ?? '',
                  owner: owner ? (
                    <EntityRefLink
                      entityRef={owner}
                      defaultKind="group"
                      hideIcon
                    />
                  ) : (
                    ''
                  ),
                })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
