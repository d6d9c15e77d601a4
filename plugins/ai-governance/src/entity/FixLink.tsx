import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { LinkButton } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Remediation } from 'backstage-plugin-ai-governance-common';
import { organizationRouteRef, policyRouteRef, usePageLink } from '../routes';
import { TextKey, useTexts } from '../translation';
import { FixPlace, placeOf } from './places';

/** Where it is mended when no address leads there. */
function elsewhere({ place }: Remediation): TextKey {
  if (place === 'policy') return 'entity.fix.policy';
  if (place === 'organization') {
    return 'entity.fix.organization';
  }
  return place === 'policy-file'
    ? 'entity.fix.policyFile'
    : 'entity.fix.unknownFile';
}

/** The button that leads to where a finding is fixed; the file to edit when no address leads there. */
export function FixLink(props: {
  remediation: Remediation;
  main?: boolean;
  /** What is fixed, for those who hear the button out of its place. */
  of?: string;
  /** Id of the control that it mends. */
  control?: string;
}) {
  const t = useTexts();
  const { remediation, main, of, control } = props;
  const { entity } = useEntity();
  const entityLink = useEntityRefLink();
  const policyPage = usePageLink(policyRouteRef);
  const organizationPage = usePageLink(organizationRouteRef);
  const page = {
    policy: policyPage,
    organization: organizationPage,
  }[remediation.place as string];
  const place: FixPlace | undefined =
    page !== undefined
      ? { kind: 'link', to: page }
      : placeOf(remediation, entity, entityLink(entity), control);
  const look = main
    ? ({ variant: 'contained', color: 'primary' } as const)
    : ({ variant: 'outlined', size: 'small' } as const);
  if (place?.kind === 'link') {
    return (
      <LinkButton
        {...look}
        to={place.to}
        aria-label={of ? `${remediation.label}: ${of}` : undefined}
      >
        {remediation.label}
      </LinkButton>
    );
  }
  return (
    <span>
      <Button {...look} disabled>
        {remediation.label}
      </Button>
      <Typography variant="body2" color="textSecondary" component="span">
        {' '}
        {place
          ? t('entity.fix.file', { path: <code>{place.path}</code> })
          : t(elsewhere(remediation))}
      </Typography>
    </span>
  );
}
