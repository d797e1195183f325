/** The text of a JSON object whose list `key` is too long to be held: its items come one by one, `after` closes it. */
export async function* jsonAround(
  before: object,
  key: string,
  items: AsyncIterable<unknown> | Iterable<unknown>,
  after: object = {},
): AsyncGenerator<string, void> {
  const head = inner(before);
  yield `{${head}${head === "" ? "" : ","}${JSON.stringify(key)}:[`;
  let isFirst = true;
  for await (const item of items) {
    yield `${isFirst ? "" : ","}\n${JSON.stringify(item)}`;
    isFirst = false;
  }
  const tail = inner(after);
  yield `]${tail === "" ? "" : ","}${tail}}`;
}

function inner(object: object): string {
  return JSON.stringify(object).slice(1, -1);
}
