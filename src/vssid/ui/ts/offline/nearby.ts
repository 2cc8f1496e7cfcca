// The public page that searches in the list of places: kept with it by the worker, asked for by the page.
export const NEARBY = "/lookup/nearby/";
