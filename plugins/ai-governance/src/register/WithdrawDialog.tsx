import { RegistrationView } from 'backstage-plugin-ai-governance-common';
import { ReasonDialog } from '../components';
import { useTexts } from '../translation';
import { useEnd } from './useEnd';

/** Takes a registration back, with a reason. */
export function WithdrawDialog(props: {
  head: RegistrationView;
  onClose: () => void;
}) {
  const t = useTexts();
  const { head, onClose } = props;
  const { end, sending, refusal } = useEnd(head, t('register.withdraw.done'));
  return (
    <ReasonDialog
      id="withdraw"
      title={t('register.withdraw.title', { title: head.data?.title ?? '' })}
      label={t('register.field.reason')}
      maxLength={1000}
      confirm={t('register.withdraw.confirm')}
      {...{ sending, refusal, onClose }}
      onConfirm={reason => end({ status: 'withdrawn', reason })}
    >
      {t('register.withdraw.text', {
        stage: t('register.choice.lifecycle.retired'),
      })}
    </ReasonDialog>
  );
}
