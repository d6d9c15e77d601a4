import SvgIcon, { SvgIconProps } from '@material-ui/core/SvgIcon';

/** The sign of the kind `AISystem`: two sparks, as AI is drawn elsewhere too. */
export function AISystemIcon(props: SvgIconProps) {
  return (
    <SvgIcon {...props}>
      <path d="M9.5 3 11.6 8.9 17.5 11 11.6 13.1 9.5 19 7.4 13.1 1.5 11 7.4 8.9ZM18.5 14 19.6 16.9 22.5 18 19.6 19.1 18.5 22 17.4 19.1 14.5 18 17.4 16.9Z" />
    </SvgIcon>
  );
}
