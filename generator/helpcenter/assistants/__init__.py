"""The answers as tools of an assistant: a server over what a built site tells programs, which changes nothing."""
