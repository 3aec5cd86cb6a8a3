"""What is to be gone for good: out of everything that this machine keeps."""
