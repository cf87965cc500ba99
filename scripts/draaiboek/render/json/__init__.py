"""JSON: checklists in their published form, and events as editors write them."""
