"""Finding nights: a typed query, what it means, and the nights that answer it."""
