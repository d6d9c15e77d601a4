import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: { maxWidth: 800, marginBottom: 12 },
  cell: { verticalAlign: 'top', lineHeight: 1.5, wordBreak: 'normal' },
});

/** A small table that is read line by line: the first cell of each names it. */
export function FactTable(props: {
  label: string;
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}) {
  const classes = useStyles();
  return (
    <TableContainer
      component={Paper}
      variant="outlined"
      className={classes.root}
    >
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            {props.head.map(word => (
              <TableCell key={word}>{word}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.rows.map(({ key, cells: [first, ...rest] }) => (
            <TableRow key={key}>
              <TableCell component="th" scope="row" className={classes.cell}>
                {first}
              </TableCell>
              {rest.map((cell, index) => (
                <TableCell key={index} className={classes.cell}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
