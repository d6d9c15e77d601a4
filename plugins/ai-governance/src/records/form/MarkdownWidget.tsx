import { useState } from 'react';
import FormLabel from '@material-ui/core/FormLabel';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { WidgetProps } from '@rjsf/utils';
import { Markdown } from '../../components';
import { useTexts } from '../../translation';
import { describedBy } from './fieldIds';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    marginBottom: theme.spacing(0.5),
  },
  tabs: { minHeight: 0 },
  tab: {
    minHeight: 0,
    minWidth: 0,
    padding: theme.spacing(0.5, 1.5),
    textTransform: 'none',
  },
  preview: {
    minHeight: theme.spacing(9),
    padding: theme.spacing(1, 2),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
}));

/** A section of Markdown: written in one tab, seen as readers will see it in the other. */
export function MarkdownWidget(props: WidgetProps) {
  const t = useTexts();
  const classes = useStyles();
  const { id, label, required, disabled, readonly, value = '' } = props;
  const [preview, setPreview] = useState(false);
  const panel = `${id}__panel`;
  return (
    <div>
      <div className={classes.head}>
        <FormLabel
          htmlFor={id}
          required={required}
          error={Boolean(props.rawErrors?.length)}
        >
          {label}
        </FormLabel>
        <Tabs
          className={classes.tabs}
          value={preview ? 1 : 0}
          onChange={(_, tab) => setPreview(tab === 1)}
          aria-label={t('records.form.tabs', { field: label })}
          indicatorColor="primary"
        >
          <Tab
            className={classes.tab}
            label={t('records.form.write')}
            aria-controls={panel}
          />
          <Tab
            className={classes.tab}
            label={t('records.form.preview')}
            aria-controls={panel}
          />
        </Tabs>
      </div>
      <div id={panel}>
        {preview ? (
          <div className={classes.preview}>
            <Markdown text={value || t('records.form.noPreview')} />
          </div>
        ) : (
          <TextField
            id={id}
            multiline
            minRows={3}
            maxRows={24}
            fullWidth
            variant="outlined"
            size="small"
            disabled={disabled || readonly}
            error={Boolean(props.rawErrors?.length)}
            value={value}
            onChange={event => props.onChange(event.target.value || undefined)}
            inputProps={{
              'aria-describedby': describedBy(props),
              'aria-required': required,
            }}
          />
        )}
      </div>
    </div>
  );
}
