import type { Node } from 'libpg-query'

/** A kind of node of PostgreSQL's parse tree. */
export type Kind = Node extends infer One ? (One extends unknown ? keyof One : never) : never
type Body<K extends Kind> = Extract<Node, { readonly [One in K]: unknown }>[K]

/** Rules for fields that hold nodes, or names of what is called, as texts. */
type NodesRule = 'nodes' | 'function' | 'operator' | 'type' | 'collation' | 'column' | 'selection'

/**
 * What a field of a node may hold: a `value` that runs nothing (texts, numbers, choices, places in the text), `nodes` of
 * any kind that is listed, one node of a kind that need not be said, or names that are looked up in the lists.
 */
export type FieldRule = 'value' | 'value function' | NodesRule | { readonly is: Kind }

type Literal = Body<'Integer'> | Body<'Float'> | Body<'Boolean'> | Body<'String'> | Body<'BitString'>

/** No field that can hold a node may pass for a value. */
type RuleOf<Field> = Field extends string | number | boolean
  ? 'value' | 'value function'
  : Field extends Node | Node[]
    ? NodesRule
    : Field extends Literal
      ? 'value'
      : { readonly is: Kind }

type Rules = { readonly [K in Kind]?: { readonly [Field in keyof Body<K>]?: RuleOf<NonNullable<Body<K>[Field]>> } }

/**
 * The kinds of nodes that a query of the console may consist of, and the fields that each may have. What is not here is
 * refused, so a kind or a field that a later PostgreSQL knows is refused until it is looked at.
 *
 * Not here, on purpose: SELECT INTO, FOR UPDATE, statements other than SELECT, TABLESAMPLE, XML and SQL/JSON functions,
 * parameters, ORDER BY … USING, `%TYPE`.
 */
export const ALLOWED = {
  SelectStmt: {
    withClause: { is: 'WithClause' },
    distinctClause: 'nodes',
    targetList: 'nodes',
    fromClause: 'nodes',
    whereClause: 'nodes',
    groupClause: 'nodes',
    groupDistinct: 'value',
    havingClause: 'nodes',
    windowClause: 'nodes',
    valuesLists: 'nodes',
    sortClause: 'nodes',
    limitOffset: 'nodes',
    limitCount: 'nodes',
    limitOption: 'value',
    op: 'value',
    all: 'value',
    larg: { is: 'SelectStmt' },
    rarg: { is: 'SelectStmt' },
  },
  WithClause: { ctes: 'nodes', recursive: 'value', location: 'value' },
  CommonTableExpr: {
    ctename: 'value',
    aliascolnames: 'nodes',
    ctematerialized: 'value',
    ctequery: 'nodes',
    location: 'value',
  },
  ResTarget: { name: 'value', val: 'nodes', location: 'value' },
  SortBy: { node: 'nodes', sortby_dir: 'value', sortby_nulls: 'value', location: 'value' },
  GroupingSet: { kind: 'value', content: 'nodes', location: 'value' },
  WindowDef: {
    name: 'value',
    refname: 'value',
    partitionClause: 'nodes',
    orderClause: 'nodes',
    frameOptions: 'value',
    startOffset: 'nodes',
    endOffset: 'nodes',
    location: 'value',
  },

  // What is read.
  RangeVar: {
    schemaname: 'value',
    relname: 'value',
    inh: 'value',
    relpersistence: 'value',
    alias: { is: 'Alias' },
    location: 'value',
  },
  RangeSubselect: { lateral: 'value', subquery: 'nodes', alias: { is: 'Alias' } },
  RangeFunction: {
    lateral: 'value',
    ordinality: 'value',
    is_rowsfrom: 'value',
    functions: 'nodes',
    alias: { is: 'Alias' },
  },
  JoinExpr: {
    jointype: 'value',
    isNatural: 'value',
    larg: 'nodes',
    rarg: 'nodes',
    usingClause: 'nodes',
    join_using_alias: { is: 'Alias' },
    quals: 'nodes',
    alias: { is: 'Alias' },
    rtindex: 'value',
  },
  Alias: { aliasname: 'value', colnames: 'nodes' },

  // What is computed.
  ColumnRef: { fields: 'column', location: 'value' },
  A_Indirection: { arg: 'nodes', indirection: 'selection' },
  A_Indices: { is_slice: 'value', lidx: 'nodes', uidx: 'nodes' },
  A_Star: {},
  A_Const: {
    ival: 'value',
    fval: 'value',
    boolval: 'value',
    sval: 'value',
    bsval: 'value',
    isnull: 'value',
    location: 'value',
  },
  A_Expr: {
    kind: 'value',
    name: 'operator',
    lexpr: 'nodes',
    rexpr: 'nodes',
    rexpr_list_start: 'value',
    rexpr_list_end: 'value',
    location: 'value',
  },
  BoolExpr: { boolop: 'value', args: 'nodes', location: 'value' },
  NullTest: { arg: 'nodes', nulltesttype: 'value', argisrow: 'value', location: 'value' },
  BooleanTest: { arg: 'nodes', booltesttype: 'value', location: 'value' },
  CaseExpr: { arg: 'nodes', args: 'nodes', defresult: 'nodes', location: 'value' },
  CaseWhen: { expr: 'nodes', result: 'nodes', location: 'value' },
  CoalesceExpr: { args: 'nodes', location: 'value' },
  MinMaxExpr: { op: 'value', args: 'nodes', location: 'value' },
  RowExpr: { args: 'nodes', row_format: 'value', location: 'value' },
  A_ArrayExpr: { elements: 'nodes', list_start: 'value', list_end: 'value', location: 'value' },
  SubLink: {
    subLinkType: 'value',
    testexpr: 'nodes',
    operName: 'operator',
    subselect: 'nodes',
    location: 'value',
  },
  TypeCast: { arg: 'nodes', typeName: { is: 'TypeName' }, location: 'value' },
  TypeName: { names: 'type', typmods: 'nodes', typemod: 'value', arrayBounds: 'nodes', location: 'value' },
  CollateClause: { arg: 'nodes', collname: 'collation', location: 'value' },
  FuncCall: {
    funcname: 'function',
    args: 'nodes',
    agg_order: 'nodes',
    agg_filter: 'nodes',
    over: { is: 'WindowDef' },
    agg_within_group: 'value',
    agg_star: 'value',
    agg_distinct: 'value',
    func_variadic: 'value',
    funcformat: 'value',
    location: 'value',
  },
  NamedArgExpr: { arg: 'nodes', name: 'value', argnumber: 'value', location: 'value' },
  SQLValueFunction: { op: 'value function', typmod: 'value', location: 'value' },
  GroupingFunc: { args: 'nodes', location: 'value' },

  List: { items: 'nodes' },
  String: { sval: 'value' },
  Integer: { ival: 'value' },
} as const satisfies Rules

/** What people call what the parser calls so. */
export const NAMES_OF_REFUSED: Readonly<Record<string, string>> = {
  intoClause: 'SELECT INTO',
  lockingClause: 'FOR UPDATE or FOR SHARE',
  catalogname: 'name of a database',
  coldeflist: 'list of columns with types after a function',
  useOp: 'ORDER BY … USING',
  pct_type: '%TYPE',
  setof: 'SETOF',
  search_clause: 'SEARCH',
  cycle_clause: 'CYCLE',
  RangeTableSample: 'TABLESAMPLE',
  RangeTableFunc: 'XMLTABLE',
  XmlExpr: 'XML function',
  XmlSerialize: 'XMLSERIALIZE',
  JsonTable: 'JSON_TABLE',
  JsonFuncExpr: 'SQL/JSON function (json_extract_path_text(), jsonb_path_query() or -> do the same)',
  JsonObjectConstructor: 'JSON_OBJECT (json_build_object() does the same)',
  JsonArrayConstructor: 'JSON_ARRAY (json_build_array() does the same)',
  JsonIsPredicate: 'IS JSON',
  ParamRef: 'parameter such as $1',
  CurrentOfExpr: 'WHERE CURRENT OF',
  SetToDefault: 'DEFAULT',
  InsertStmt: 'INSERT',
  UpdateStmt: 'UPDATE',
  DeleteStmt: 'DELETE',
  MergeStmt: 'MERGE',
}
