/** A field as editors see it in a form. */
export interface FieldView {
  name: string;
  /** Twelfths of a row; Strapi gives components, dynamic zones, Blocks and JSON a whole one. */
  size: number;
  label: string;
  /**
   * Stands under the field. Strapi shows none on a component, and about 45 characters over a dynamic zone.
   */
  hint?: string;
  placeholder?: string;
  /** The field of a related entry that names it. */
  mainField?: string;
  /** Shown, but not to be changed by hand. */
  readOnly?: boolean;
}

/** The form of a content type or component, and its list. */
export interface EditView {
  /** The field that names an entry, in the form's title and wherever one is chosen. Left out: nothing names it. */
  mainField?: string;
  /** From top to bottom. */
  rows: FieldView[][];
  /** Columns; components have no list. */
  list?: string[];
  sort?: { by: string; order: 'ASC' | 'DESC' };
}
