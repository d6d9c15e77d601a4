import { ReactElement, useEffect, useRef, useState } from 'react';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import DownIcon from '@material-ui/icons/ArrowDownward';
import UpIcon from '@material-ui/icons/ArrowUpward';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import RemoveIcon from '@material-ui/icons/DeleteOutline';
import {
  ArrayFieldTemplateItemType,
  ArrayFieldTemplateProps,
} from '@rjsf/utils';
import { Texts, useTexts } from '../../translation';
import { FieldSchema } from '../formSchema';
import { OpenedItem, RecordFormContext } from './fieldIds';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, minWidth: 0, padding: 0, border: 0 },
  legend: { padding: 0, fontWeight: 500 },
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    marginTop: theme.spacing(1),
  },
  grow: { flex: 1, minWidth: 0 },
  item: {
    marginTop: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
    boxShadow: 'none',
    '&:before': { display: 'none' },
  },
  details: { display: 'block' },
  tools: { display: 'flex', justifyContent: 'flex-end' },
  add: { marginTop: theme.spacing(1) },
}));

/** What an item is called in the list: its own title or name, else the kind of thing and its place, and the measure that it is of. */
function nameOf(
  t: Texts,
  schema: FieldSchema,
  data: any,
  index: number,
): string {
  const own = data?.title ?? data?.name;
  if (typeof own === 'string' && own) return `${index + 1}. ${own}`;
  const place = `${schema.title ?? t('records.form.item')} ${index + 1}`;
  return typeof data?.measure === 'string' && data.measure
    ? `${place}: ${data.measure}`
    : place;
}

function Tools(props: { item: ArrayFieldTemplateItemType; name: string }) {
  const t = useTexts();
  const { item, name } = props;
  const { index } = item;
  return (
    <>
      {(item.hasMoveUp || item.hasMoveDown) && (
        <>
          <IconButton
            size="small"
            aria-label={t('records.form.up', { item: name })}
            disabled={!item.hasMoveUp}
            onClick={item.onReorderClick(index, index - 1)}
          >
            <UpIcon fontSize="small" />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t('records.form.down', { item: name })}
            disabled={!item.hasMoveDown}
            onClick={item.onReorderClick(index, index + 1)}
          >
            <DownIcon fontSize="small" />
          </IconButton>
        </>
      )}
      {item.hasRemove && (
        <IconButton
          size="small"
          aria-label={t('records.form.remove', { item: name })}
          onClick={item.onDropIndexClick(index)}
        >
          <RemoveIcon fontSize="small" />
        </IconButton>
      )}
    </>
  );
}

/** A group in a list, folded under its name; open while it is new, or when something in it is wrong. */
function GroupItem(props: {
  id: string;
  item: ArrayFieldTemplateItemType;
  name: string;
  isNew: boolean;
  opened?: OpenedItem;
}) {
  const classes = useStyles();
  const { id, item, name, isNew, opened } = props;
  const wrong =
    Object.keys((item.children as ReactElement).props.errorSchema ?? {})
      .length > 0;
  const [open, setOpen] = useState(isNew || wrong);
  useEffect(() => {
    if (wrong) setOpen(true);
  }, [wrong]);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened?.id !== id || opened.done) return;
    opened.done = true;
    setOpen(true);
    summary.current?.focus();
  }, [opened, id]);
  return (
    <Accordion
      className={classes.item}
      expanded={open}
      onChange={(_, expanded) => setOpen(expanded)}
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary
        ref={summary}
        id={`${id}__summary`}
        aria-controls={`${id}__fields`}
        expandIcon={<ExpandIcon />}
      >
        {name}
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        <div className={classes.tools}>
          <Tools item={item} name={name} />
        </div>
        {item.children}
      </AccordionDetails>
    </Accordion>
  );
}

export function ListTemplate(
  props: ArrayFieldTemplateProps<any, any, RecordFormContext>,
) {
  const t = useTexts();
  const classes = useStyles();
  const { items, schema, title, canAdd, formData } = props;
  const itemSchema = (schema.items ?? {}) as FieldSchema;
  const data = (formData ?? []) as unknown[];
  return (
    <fieldset className={classes.list}>
      <legend className={classes.legend}>
        {title}
        {props.required ? ' *' : ''}
      </legend>
      {schema.description && (
        <Typography variant="body2" color="textSecondary">
          {schema.description}
        </Typography>
      )}
      {items.map(item => {
        const { key, index } = item;
        const name = nameOf(t, itemSchema, data[index], index);
        if (itemSchema.type === 'object') {
          const isNew = Object.keys((data[index] as {}) ?? {}).length === 0;
          return (
            <GroupItem
              key={key}
              id={`${props.idSchema.$id}_${index}`}
              item={item}
              name={name}
              isNew={isNew}
              opened={props.registry.formContext.opened}
            />
          );
        }
        return (
          <div key={key} className={classes.row}>
            <div className={classes.grow}>{item.children}</div>
            <Tools item={item} name={name} />
          </div>
        );
      })}
      {canAdd && (
        <Button
          className={classes.add}
          size="small"
          variant="outlined"
          startIcon={<AddIcon />}
          onClick={props.onAddClick}
        >
          {itemSchema.title
            ? t('records.form.add', {
                item: itemSchema.title.toLocaleLowerCase('en-US'),
              })
            : t('records.form.addItem')}
        </Button>
      )}
    </fieldset>
  );
}
