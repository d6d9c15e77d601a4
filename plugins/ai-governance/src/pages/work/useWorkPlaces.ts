import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { WorkItem } from 'backstage-plugin-ai-governance-common';
import { useLoad } from '../../components';
import { FixPlace, placeOf, tabPaths } from '../../entity/places';
import { policyRouteRef, trainingRouteRef, usePageLink } from '../../routes';

/** Where each piece of work is done: the tab, the file or the page. Undefined: no address leads there. */
export function useWorkPlaces(
  items: readonly WorkItem[],
): (item: WorkItem) => FixPlace | undefined {
  const catalog = useApi(catalogApiRef);
  const entityLink = useEntityRefLink();
  const policyPage = usePageLink(policyRouteRef);
  const trainingPage = usePageLink(trainingRouteRef);
  // Only what is mended in its source needs to be looked up: all of a page at once.
  const refs = [
    ...new Set(
      items
        .filter(item => item.remediation?.place === 'source')
        .flatMap(item => item.subject?.ref ?? []),
    ),
  ].sort();
  const { value: sources } = useLoad(async () => {
    if (refs.length === 0) return new Map();
    const found = await catalog.getEntitiesByRefs({
      entityRefs: refs,
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.annotations',
      ],
    });
    return new Map(refs.map((ref, index) => [ref, found.items[index]]));
  }, [catalog, refs.join(' ')]);

  return ({ subject, remediation, recordType, kind, controlId }) => {
    const place = remediation?.place;
    if (place === 'policy' || kind === 'acknowledgement') {
      return policyPage ? { kind: 'link', to: policyPage } : undefined;
    }
    if (place === 'training') {
      return trainingPage
        ? { kind: 'link', to: `${trainingPage}?mine` }
        : undefined;
    }
    if (!subject || !place) return undefined;
    const page = entityLink(parseEntityRef(subject.ref));
    if (kind === 'decision') {
      const tab = recordType === 'risk-acceptance' ? 'risk' : 'assurance';
      const open = recordType === 'approval' ? '?decide' : '';
      return { kind: 'link', to: `${page}/${tabPaths[tab]}${open}` };
    }
    const entity = sources?.get(subject.ref) ?? {
      apiVersion: '',
      kind: '',
      metadata: { name: '' },
    };
    return placeOf(remediation, entity, page, controlId);
  };
}
