/** NUL and lone surrogates, which YAML can spell and neither PostgreSQL nor canonical JSON can hold, become U+FFFD. */
export const storable = (text: string) =>
  text.replace(
    // eslint-disable-next-line no-control-regex
    /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
