"""The guided session on the screen: a large countdown, where on the body, and any key ends it."""
