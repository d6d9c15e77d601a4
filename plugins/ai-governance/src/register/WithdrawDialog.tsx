import { RegistrationView } from 'backstage-plugin-ai-governance-common';
import { ReasonDialog } from '../components';
import { useEnd } from './useEnd';

/** Takes a registration back, with a reason. */
export function WithdrawDialog(props: {
  head: RegistrationView;
  onClose: () => void;
}) {
  const { head, onClose } = props;
  const { end, sending, refusal } = useEnd(head, 'Withdrawn.');
  return (
    <ReasonDialog
      id="withdraw"
      title={<>Withdraw {head.data?.title}?</>}
      label="Why"
      maxLength={1000}
      confirm="Withdraw"
      {...{ sending, refusal, onClose }}
      onConfirm={reason => end({ status: 'withdrawn', reason })}
    >
      For what was registered by mistake or never came about: it leaves the
      catalog and the inventory. What was written is kept, and you can register
      it again. What is no longer used is better edited to “Not in use any
      more”.
    </ReasonDialog>
  );
}
