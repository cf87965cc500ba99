"""Views to text or bytes. Nothing here touches the disk or the clock."""
