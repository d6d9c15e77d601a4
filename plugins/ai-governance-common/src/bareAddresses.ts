const withoutUser = (address: string) =>
  address.replace(/^(https?:\/\/)[^/]*@/i, '$1');

/**
 * A text, such as the message of an error, whose http and https addresses end before their question mark and name no user: what follows one may be a
 * signature, also where another host has led to it, and so may what stands before the host.
 *
 * @public
 */
export const bareAddresses = (text: string): string =>
  text.replace(/https?:\/\/[^\s"<>]+/gi, address => {
    const cut = address.search(/[?#]/);
    if (cut < 0) return withoutUser(address);
    let end = address.length;
    while (end > cut && ".,;:)]'".includes(address[end - 1])) end--;
    return withoutUser(address.slice(0, cut)) + address.slice(end);
  });
