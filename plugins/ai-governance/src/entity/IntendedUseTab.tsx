import { intendedUse } from 'backstage-plugin-ai-governance-common';
import { DocumentTab } from '../records';
import { useTexts } from '../translation';

/** What the system of this page is for, who uses it, and where it fails. */
export function IntendedUseTab() {
  const t = useTexts();
  return (
    <DocumentTab
      type={intendedUse}
      empty={{
        title: t('entity.intendedUse.none.title'),
        text: t('entity.intendedUse.none.text'),
        action: t('entity.intendedUse.none.action'),
      }}
    />
  );
}
