"""What to show of a model, as one of the plain shapes; which format it becomes is a writer's business."""
