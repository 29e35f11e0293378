"""What flows between the stages: the records, their Arrow schemas, and batches of them."""
