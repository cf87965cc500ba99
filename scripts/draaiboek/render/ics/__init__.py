"""iCalendar and Atom: checklists and events to follow."""
