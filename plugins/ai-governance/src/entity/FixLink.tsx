import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { LinkButton } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Remediation } from 'backstage-plugin-ai-governance-common';
import { placeOf } from './places';

/** The button that leads to where a finding is fixed; the file to edit when no address leads there. */
export function FixLink(props: {
  remediation: Remediation;
  main?: boolean;
  /** What is fixed, for those who hear the button out of its place. */
  of?: string;
}) {
  const { remediation, main, of } = props;
  const { entity } = useEntity();
  const entityLink = useEntityRefLink();
  const place = placeOf(remediation.place, entity, entityLink(entity));
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
        {place ? (
          <>
            Edit <code>{place.path}</code>, then check again.
          </>
        ) : (
          'Edit the file that this entity was registered from, then check again.'
        )}
      </Typography>
    </span>
  );
}
