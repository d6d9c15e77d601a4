import { useMemo } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { policySchema } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { instantWords, useLoad } from '../../components';
import { useLocale, useTexts } from '../../translation';
import { useFrameworkStyles } from './useFrameworkStyles';

/** On paper alone: when the figures were read, by whom, and under which version of the policy. */
export function PrintedLine(props: {
  /** What was read; the line says when that came. */
  of: unknown;
  /** The past instant that is shown; left out: the present. */
  asOf?: string;
}) {
  const t = useTexts();
  const locale = useLocale();
  const { of, asOf } = props;
  const classes = useFrameworkStyles();
  const identity = useApi(identityApiRef);
  const api = useApi(aiGovernanceApiRef);
  const { at: readAt } = useMemo(
    () => ({ of, at: new Date().toISOString() }),
    [of],
  );
  const { value } = useLoad(
    () =>
      Promise.all([
        identity.getProfileInfo(),
        identity.getBackstageIdentity(),
        api.policyVersions(),
      ]),
    [identity, api],
  );
  if (!value) return null;
  const [{ displayName }, { userEntityRef }, versions] = value;
  const until = asOf ?? readAt;
  const loaded = versions.find(({ recordedAt }) => recordedAt <= until);
  const policy = policySchema.safeParse(loaded?.data).data;
  const read = { time: instantWords(readAt, locale), reader: userEntityRef };
  const sentences = [
    asOf &&
      t('pages.frameworks.printed.asOf', { time: instantWords(asOf, locale) }),
    displayName
      ? t('pages.frameworks.printed.readByName', { ...read, name: displayName })
      : t('pages.frameworks.printed.read', read),
    policy &&
      t('pages.frameworks.printed.policy', {
        title: policy.title,
        version: policy.version,
        day: policy.effectiveFrom,
      }),
  ];
  return (
    <Typography variant="body2" paragraph className={classes.onPaper}>
      {sentences.filter(Boolean).join(' ')}
    </Typography>
  );
}
